import { NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import type { Judge, JudgeSelfTest } from '../ports/judge.port.js';
import { isGivenUp } from './is-given-up.js';
import { patiently } from './patiently.js';
import type { TestBudget } from './test-budget.js';

const PASSED: JudgeSelfTest = { ok: true, probes: [], usage: NO_USAGE };

/** Has a judge test itself. A test that is given up has not passed, and has cost what was sent by then. */
export async function selfTestOf(
  judge: Judge,
  allowance: TestBudget,
  signal: AbortSignal | undefined,
): Promise<JudgeSelfTest> {
  if (judge.selfTest === undefined) return PASSED;
  if (signal?.aborted === true) return abandoned(allowance);
  try {
    return (await patiently(signal, judge.selfTest(signal, allowance))) ?? abandoned(allowance);
  } catch (error) {
    if (isGivenUp(error, signal)) return abandoned(allowance);
    throw error;
  }
}

function abandoned({ taken }: TestBudget): JudgeSelfTest {
  return { ok: false, probes: [], usage: { ...NO_USAGE, calls: taken, ...(taken === 0 ? {} : { unanswered: taken }) } };
}
