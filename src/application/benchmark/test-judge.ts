import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { addUsage, NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { JudgeSelfTest } from '../ports/judge.port.js';
import type { Store } from '../ports/store.port.js';
import { interruptible } from './interruptible.js';
import type { RunPlan } from './plan-run.js';
import type { EarlierResults } from './resume-run.js';
import type { RunBenchmarkPorts } from './run-benchmark.ports.js';

/** What the test of a judge needs to know and changes. */
export interface TestedRun {
  readonly run: BenchmarkRun;
  readonly earlier: EarlierResults;
}

/**
 * Has the judge test itself, unless it passed in an earlier part of the run, and records what came out and what it cost.
 *
 * @throws INTERRUPTED
 */
export async function testJudge(
  { logger }: RunBenchmarkPorts,
  work: TestedRun & { readonly plan: RunPlan; readonly store: Store; readonly signal: AbortSignal | undefined },
): Promise<TestedRun> {
  const { plan, store, signal, earlier } = work;
  const { judge } = plan;
  if (judge.selfTest === undefined || work.run.selfTest?.ok === true) return work;
  const left = { message: 'The test of the judge was interrupted.', hint: 'Resume the run.' };
  const selfTest = await interruptible(signal, left, async () => (await judge.selfTest?.(signal)) ?? PASSED);
  const usage = addUsage(work.run.selfTest?.usage ?? NO_USAGE, selfTest.usage);
  const run = { ...work.run, selfTest: { ...selfTest, usage } };
  await store.runs.saveRun(run);
  logger.info('judge tested', { run_id: run.id, judge: judge.kind, ok: selfTest.ok });
  return { run, earlier: { ...earlier, usage: addUsage(earlier.usage, selfTest.usage) } };
}

const PASSED: JudgeSelfTest = { ok: true, probes: [], usage: NO_USAGE };

/** A judge and what its test of itself found, where it has one. */
export interface TestedJudge {
  readonly judge: { readonly model: string };
  readonly selfTest?: JudgeSelfTest | undefined;
}

/** @throws JUDGE_SELF_TEST_FAILED naming the probes that failed. */
export function refuseFailedTest({ judge, selfTest }: TestedJudge): void {
  if (selfTest?.ok !== false) return;
  const broken = selfTest.probes.filter(({ ok }) => !ok).map(({ name, message }) => ({ name, message }));
  const list = broken.map(({ name, message }) => `${name}: ${message}`).join('; ');
  throw new EtalonError('JUDGE_SELF_TEST_FAILED', `The judge ${judge.model} failed the test of itself (${list}).`, {
    details: { judge: judge.model, probes: broken },
  });
}
