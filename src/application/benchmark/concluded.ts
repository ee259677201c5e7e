import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { summariseRun } from '../../domain/benchmark/summarise-run.js';
import type { RunPlan } from './plan-run.js';
import type { JudgingOutcome } from './run-judging.js';

const NO_SCORES =
  'no sample carries scores of a judge: `etalon dataset score` writes them into the store, then export again';
const STOPPED =
  'the comparison with the baseline was decided before all samples were judged: thresholds and coverage do not apply';

/** A run with what its results amount to; one that stopped early has the comparison and no verdict of thresholds. */
export function concluded(run: BenchmarkRun, plan: RunPlan, outcome: JudgingOutcome): BenchmarkRun {
  const { table, cost, estimatedCost, exhausted, stopped } = outcome;
  const summary = summariseRun(plan.scenario, plan.thresholdJudge, table);
  const known = { ...run, ...summary, cost, estimatedCost };
  if (stopped !== undefined) {
    const nothing = { verdict: null, coverage: null, metrics: [], estimatedCost: null };
    return { ...known, ...nothing, status: 'stopped_early', verdictReason: STOPPED, comparison: stopped };
  }
  const verdictReason = run.judge.kind === 'stored' && summary.samples.scored === 0 ? NO_SCORES : null;
  return { ...known, status: exhausted ? 'budget_exhausted' : 'completed', verdictReason };
}
