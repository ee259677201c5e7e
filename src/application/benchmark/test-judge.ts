import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { addUsage, NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { JudgeSelfTest } from '../ports/judge.port.js';
import type { Store } from '../ports/store.port.js';
import { refuseInterrupted } from './interruption.js';
import type { RunPlan } from './plan-run.js';
import type { EarlierResults } from './resume-run.js';
import type { RunBenchmarkPorts } from './run-benchmark.ports.js';
import { selfTestOf } from './self-test-of.js';
import { TestBudget } from './test-budget.js';

/** What the test of a judge needs to know and changes. */
export interface TestedRun {
  readonly run: BenchmarkRun;
  readonly earlier: EarlierResults;
  /** What the test was allowed, where there was one now. */
  readonly allowance?: TestBudget;
}

const LEAVES = { message: 'The test of the judge was interrupted.', hint: 'Resume the run.' };

/**
 * Has the judge test itself, unless it passed in an earlier part of the run, and records what came out and what it cost.
 *
 * @throws INTERRUPTED
 */
export async function testJudge(
  { logger }: RunBenchmarkPorts,
  work: TestedRun & { readonly plan: RunPlan; readonly store: Store; readonly signal: AbortSignal | undefined },
): Promise<TestedRun> {
  const { earlier, plan } = work;
  if (plan.judge.selfTest === undefined || work.run.selfTest?.ok === true) return work;
  const allowance = new TestBudget({ ...work.run, judge: plan.judge, spent: earlier.usage });
  const selfTest = await selfTestOf(plan.judge, allowance, work.signal);
  const cost = addUsage(earlier.usage, selfTest.usage);
  const run = { ...work.run, selfTest: afterEarlier(work.run, selfTest), cost };
  await work.store.runs.saveRun(run);
  logger.info('judge tested', { run_id: run.id, judge: plan.judge.kind, ok: selfTest.ok });
  if (!selfTest.ok) refuseInterrupted(work.signal, LEAVES);
  return { run, allowance, earlier: { ...earlier, usage: cost } };
}

/** The last test counts, and what all of them cost. */
function afterEarlier(run: BenchmarkRun, selfTest: JudgeSelfTest): JudgeSelfTest {
  return { ...selfTest, usage: addUsage(run.selfTest?.usage ?? NO_USAGE, selfTest.usage) };
}

/** @throws BENCHMARK_BUDGET_TOO_SMALL when the run would spend its budget on the test of the judge. */
export function refuseSmallBudget({ judge, fixed }: RunPlan, before: BenchmarkRun | undefined): void {
  if (judge.selfTest === undefined || before?.selfTest?.ok === true) return;
  const spent = before?.selfTest?.usage ?? NO_USAGE;
  new TestBudget({ ...fixed, judge, spent }).refuseTooSmall();
}

/** A judge and what its test of itself found, where it has one. */
export interface TestedJudge {
  readonly judge: { readonly model: string };
  readonly selfTest?: JudgeSelfTest | undefined;
}

/**
 * @throws JUDGE_SELF_TEST_FAILED naming the probes that failed; BENCHMARK_BUDGET_TOO_SMALL when calls were missing that
 *   would have been needed.
 */
export function refuseFailedTest({ judge, selfTest }: TestedJudge, allowance?: TestBudget): void {
  if (selfTest?.ok !== false) return;
  allowance?.refuseUsedUp();
  const broken = selfTest.probes.filter(({ ok }) => !ok).map(({ name, message }) => ({ name, message }));
  throw new EtalonError(
    'JUDGE_SELF_TEST_FAILED',
    `The judge ${judge.model} failed the test of itself (${told(broken)}).`,
    {
      details: { judge: judge.model, probes: broken },
    },
  );
}

/** What is wrong, each thing once: where nobody answers, all probes say the same. */
function told(broken: readonly { readonly name: string; readonly message: string }[]): string {
  const messages = [...new Set(broken.map(({ message }) => message))];
  const names = (said: string) => broken.flatMap(({ name, message }) => (message === said ? [name] : [])).join(', ');
  return messages.map((said) => `${names(said)}: ${said}`).join('; ');
}
