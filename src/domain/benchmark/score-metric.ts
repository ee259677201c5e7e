import { percentText } from '../shared/percent-text.js';
import type { StratifiedMean } from '../statistics/stratified-mean.js';
import { stratifiedMean } from '../statistics/stratified-mean.js';
import { FEWEST_DAYS } from './fewest-days.js';
import type { MetricResult } from './metric-result.js';
import { metricVerdict } from './metric-verdict.js';
import type { ByProvenance, ResultFilter, ResultTable } from './result-table.js';
import type { ScenarioMetric, Threshold } from './scenario.js';

/**
 * A judge's metric over a run: the mean with channels as strata and days as clusters, its verdict and how strong that is.
 * INSUFFICIENT without any score, or when fewer than `minimumCoverage` of the samples that count were scored.
 */
export function scoreMetric(
  metric: ScenarioMetric,
  threshold: Threshold,
  table: ResultTable,
  minimumCoverage: number,
): MetricResult {
  const mean = meanOf(table, metric.name, 'counted');
  const base = { ...factsOf(metric, threshold, mean), byProvenance: provenanceMeans(metric.name, table) };
  const lacking = whyInsufficient(table, mean, minimumCoverage);
  if (lacking !== null || mean.mean === null)
    return { ...base, verdict: 'INSUFFICIENT', strength: null, reason: lacking };
  const { interval } = mean;
  const facts = { ...metric, estimate: mean.mean, interval, threshold, doubt: doubtOf(mean) };
  return { ...base, ...metricVerdict(facts) };
}

function factsOf(metric: ScenarioMetric, threshold: Threshold, mean: StratifiedMean) {
  const { interval, n, clusters, designEffect, autocorrelation } = mean;
  const { name, direction } = metric;
  return {
    name,
    direction,
    estimate: mean.mean,
    interval,
    n,
    clusters,
    designEffect,
    autocorrelation,
    ...threshold,
  };
}

function meanOf(table: ResultTable, metric: string, filter: ResultFilter): StratifiedMean {
  return stratifiedMean(table.values(metric, filter));
}

function provenanceMeans(name: string, table: ResultTable): ByProvenance {
  return table.byProvenance((provenance) => {
    const { mean, n } = meanOf(table, name, provenance);
    return { estimate: mean, n };
  });
}

function whyInsufficient(table: ResultTable, mean: StratifiedMean, minimum: number): string | null {
  const counted = table.size('counted');
  if (counted === 0) return 'no sample that counts: all are synthetic';
  if (mean.n === 0) return table.coverage === 0 ? 'no sample was scored' : 'the judge gives no score of that name';
  return mean.n / counted < minimum ? tooFewScored(mean.n, counted, minimum) : null;
}

/** Counts beside the share: rounded, it could look like enough. */
function tooFewScored(scored: number, counted: number, minimum: number): string {
  return `${scored} of ${counted} samples were scored (${percentText(scored / counted)}), ${percentText(minimum)} are needed`;
}

/** Why the interval is missing or should not be relied on. */
function doubtOf(mean: StratifiedMean): string | null {
  if (mean.reason !== null) return mean.reason;
  if (mean.fewestClusters < FEWEST_DAYS) return `a channel has fewer than ${FEWEST_DAYS} days`;
  const limit = 2 / Math.sqrt(mean.clusters);
  return (mean.autocorrelation ?? 0) > limit ? 'days that follow one another are correlated' : null;
}
