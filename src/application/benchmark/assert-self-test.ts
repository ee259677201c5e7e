import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import { NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { Judge } from '../ports/judge.port.js';

/**
 * Has a judge test itself before it is trusted with anything.
 *
 * @returns what the test cost; nothing for a judge that has none.
 * @throws JUDGE_SELF_TEST_FAILED with every probe that failed, and what the test cost; INTERRUPTED.
 */
export async function assertSelfTest(judge: Judge, signal?: AbortSignal): Promise<JudgeUsage> {
  const test = await judge.selfTest?.(signal);
  if (test === undefined) return NO_USAGE;
  const failed = test.probes.filter(({ ok }) => !ok);
  if (test.ok) return test.usage;
  const list = failed.map(({ name, message }) => `${name}: ${message}`).join('\n');
  throw new EtalonError('JUDGE_SELF_TEST_FAILED', `The judge ${judge.model} failed its test:\n${list}`, {
    details: {
      judge: judge.kind,
      model: judge.model,
      probes: failed.map((probe) => ({ ...probe })),
      ...callsIn(test.usage),
    },
  });
}

function callsIn({ calls, tokensIn, tokensOut }: JudgeUsage) {
  return { calls, tokens_in: tokensIn, tokens_out: tokensOut };
}
