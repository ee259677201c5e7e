import { percentText } from '../../shared/percent-text.js';
import { holm } from '../../statistics/multiplicity/holm.js';
import type { BenchmarkRun } from '../benchmark-run.js';
import { LATENCY_METRIC } from '../latency-metric.js';
import type { SampleResult } from '../sample-result.js';
import { compareMetric } from './compare-metric.js';
import type { ComparedMetric } from './compared-metric.js';
import { comparisonVerdict } from './comparison-verdict.js';
import type { DifferenceTest } from './difference-test.js';
import { differenceTest } from './difference-test.js';
import type { PairedResults } from './paired-results.js';
import { FEWEST_PAIRED, pairedShare, pairResults } from './paired-results.js';
import type { RunComparison } from './run-comparison.js';

/** A run with its results by sample id. */
export interface ComparedRun {
  readonly run: Pick<BenchmarkRun, 'id' | 'includeSynthetic'> & { readonly metrics: readonly ComparedMetric[] };
  readonly results: AsyncIterable<SampleResult>;
}

/** How two runs are compared. */
export interface ComparisonRules {
  /** The largest difference of a score that counts as none. */
  readonly margin: number;
  readonly alpha: number;
  readonly baselinePinned: boolean;
}

/** Latencies are compared by the ratio of their geometric means, not by a quantile, and so go by another name. */
const COMPARED_LATENCY = 'latency_geometric_mean';

/** The largest share of latency that counts as no difference. */
const LATENCY_MARGIN = 0.1;

/**
 * Compares a candidate with a baseline, sample by sample. Synthetic samples take part only where both runs count them.
 * The metrics are those that both runs have, in the order of the baseline. Results are read once, in any number: memory
 * is that of the numbers of the pairs.
 */
export async function compareRuns(a: ComparedRun, b: ComparedRun, rules: ComparisonRules): Promise<RunComparison> {
  const synthetic = a.run.includeSynthetic && b.run.includeSynthetic;
  const compared = a.run.metrics.filter(({ name }) => b.run.metrics.some((metric) => metric.name === name));
  const paired = await pairResults(a.results, b.results, { metrics: compared, synthetic });
  const metrics = compareMetrics(paired, compared, rules);
  const { alpha, baselinePinned } = rules;
  const facts = { a: a.run.id, b: b.run.id, pairs: paired.pairs.length, unpaired: paired.unpaired };
  const { verdict, reason } = comparisonVerdict(metrics);
  const remark = syntheticRemark(a.run.includeSynthetic, b.run.includeSynthetic);
  return { ...facts, alpha, baselinePinned, metrics, verdict, reason: `${reason}${remark}` };
}

/** Then the figures are not those that the reports of the runs show. */
function syntheticRemark(a: boolean, b: boolean): string {
  return a === b ? '' : ` Synthetic samples are left out: only the ${a ? 'baseline' : 'run'} counts them.`;
}

function compareMetrics(paired: PairedResults, compared: readonly ComparedMetric[], rules: ComparisonRules) {
  const tests = compared.map((metric) => differenceTest(paired.pairs.of(metric), rules.alpha));
  const corrected = holm(tests.map(({ pValue }) => pValue ?? 1));
  return compared.map((metric, index) => {
    const test = tests[index] ?? differenceTest([], rules.alpha);
    const pHolm = test.pValue === null ? null : (corrected[index] ?? null);
    return compareMetric(test, { ...ruleOf(metric, rules), pHolm, lacking: whyLacking(paired, test) });
  });
}

function ruleOf({ name }: ComparedMetric, { margin, alpha }: ComparisonRules) {
  return name === LATENCY_METRIC
    ? ({ name: COMPARED_LATENCY, scale: 'relative', margin: LATENCY_MARGIN, alpha } as const)
    : ({ name, scale: 'absolute', margin, alpha } as const);
}

function whyLacking(paired: PairedResults, { n }: DifferenceTest): string | null {
  const share = pairedShare(paired);
  if (share < FEWEST_PAIRED) return `${percentText(share)} of the samples are in both runs, 90 % are needed`;
  const { length } = paired.pairs;
  return n / length < FEWEST_PAIRED ? `${n} of ${length} pairs have a score in both runs, 90 % are needed` : null;
}
