import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import { usageDocument } from '../../domain/benchmark/usage-document.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';

/** An error of work that keeps no record of what it spent, with that; a defect, or one that cost nothing, as it is. */
export function withCost(error: unknown, usage: JudgeUsage): unknown {
  if (!(error instanceof EtalonError) || usage.calls === 0) return error;
  const { code, message, hint } = error;
  const details = { ...error.details, cost: usageDocument(usage) };
  return new EtalonError(code, `${message} ${sentence(usage)}`, { details, hint, cause: error });
}

function sentence({ calls, unanswered = 0 }: JudgeUsage): string {
  const open =
    unanswered === 0 ? '' : `, ${unanswered} of them without an answer: what those took in tokens is not known`;
  return `Calls of the judge until then: ${calls}${open}.`;
}
