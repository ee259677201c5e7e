import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { Scenario, ScenarioMetric } from '../../domain/benchmark/scenario.js';
import { thresholdFor } from '../../domain/benchmark/threshold-for.js';
import { canonicalJson } from '../../domain/shared/canonical-json.js';
import type { Hasher } from '../ports/hasher.port.js';

/** What is fixed before the first judge call. */
export type FixedFacts = Pick<
  BenchmarkRun,
  | 'scenario'
  | 'scenarioPath'
  | 'dataset'
  | 'judge'
  | 'dryRun'
  | 'repeats'
  | 'budget'
  | 'baseline'
  | 'includeSynthetic'
  | 'timezone'
  | 'limit'
>;

/** A plan, as far as the hash goes. */
export interface Registrable {
  readonly fixed: FixedFacts;
  readonly scenario: Scenario;
  /** Whose threshold values hold. */
  readonly thresholdJudge: string;
}

/**
 * The hash that says what was going to be measured: scenario (its own text), threshold values, data set, judge and
 * prompts, and every choice that changes the outcome. It does not depend on where the files lie.
 */
export function preregistrationHash({ fixed: facts, scenario, thresholdJudge }: Registrable, hasher: Hasher): string {
  const document = {
    scenario: { name: scenario.name, version: scenario.version, sha256: hasher.hash(scenario.sourceText) },
    thresholds: scenario.metrics.map((metric) => valuesOf(metric, thresholdJudge)),
    dataset_sha256: facts.dataset.sha256,
    judge: { ...facts.judge },
    ...choicesIn(facts),
  };
  return hasher.hash(canonicalJson(document));
}

/** What was chosen and changes the outcome. */
function choicesIn(facts: FixedFacts) {
  const { dryRun, repeats, budget, baseline, includeSynthetic, timezone, limit } = facts;
  return {
    ...{ dry_run: dryRun, repeats, include_synthetic: includeSynthetic, timezone, limit },
    budget: { ...budget },
    baseline: baseline && { ...baseline },
  };
}

function valuesOf(metric: ScenarioMetric, judge: string) {
  const { pass, warn } = thresholdFor(metric, judge);
  return { metric: metric.name, direction: metric.direction, pass, warn };
}
