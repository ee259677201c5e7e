import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';

/** What a reader has to know of the token counts of a cost. */
export function usageRemarks({ unanswered = 0, estimated }: JudgeUsage): readonly string[] {
  return [
    ...(estimated === true ? ['Token counts are estimates: the endpoint does not report them.'] : []),
    ...(unanswered > 0
      ? [`${unanswered} calls got no answer: what they took in tokens is not known and not counted.`]
      : []),
  ];
}
