import type { ScenarioMetric, Threshold } from './scenario.js';

/** The values that a metric is held against under a judge: the judge's own where the scenario has them. */
export function thresholdFor(metric: ScenarioMetric, judge: string): Threshold {
  return metric.byJudge[judge] ?? metric.threshold;
}
