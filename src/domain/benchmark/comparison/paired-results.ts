import { compareUtf8 } from '../../shared/compare-utf8.js';
import { mergeJoin } from '../../shared/merge-join.js';
import { countedResults } from '../counted-results.js';
import type { SampleResult } from '../sample-result.js';
import type { ComparedMetric } from './compared-metric.js';
import { PairTable } from './pair-table.js';

/** How many samples of two runs can be held against each other, and how many of either cannot. */
interface PairCounts {
  readonly pairs: { readonly length: number };
  readonly unpaired: { readonly a: number; readonly b: number };
}

/** The samples of two runs that can be held against each other, and how many cannot. */
export interface PairedResults extends PairCounts {
  readonly pairs: PairTable;
}

/** What is kept of pairs, and which samples count. */
interface PairingRules {
  readonly metrics: readonly ComparedMetric[];
  /** Whether both runs count synthetic samples. */
  readonly synthetic: boolean;
}

/**
 * Pairs results by sample id, and keeps the numbers of the pairs alone.
 *
 * @param a the baseline's results by sample id
 * @param b the candidate's results by sample id
 */
export async function pairResults(
  a: AsyncIterable<SampleResult>,
  b: AsyncIterable<SampleResult>,
  { metrics, synthetic }: PairingRules,
): Promise<PairedResults> {
  const pairs = new PairTable(metrics);
  const unpaired = { a: 0, b: 0 };
  const joined = mergeJoin(countedResults(a, synthetic), countedResults(b, synthetic), bySampleId);
  for await (const { a: before, b: now } of joined)
    if (before === undefined) unpaired.b += 1;
    else if (now === undefined) unpaired.a += 1;
    else pairs.add(before, now);
  return { pairs, unpaired };
}

/** As stores order ids: by the bytes that they write. */
function bySampleId(one: SampleResult, other: SampleResult): number {
  return compareUtf8(one.sampleId, other.sampleId);
}

/** The share of samples, or of pairs with a score, below which nothing is decided. */
export const FEWEST_PAIRED = 0.9;

/** The share of all samples that are in both runs; 0 for none. */
export function pairedShare({ pairs, unpaired }: PairCounts): number {
  const all = pairs.length + unpaired.a + unpaired.b;
  return all === 0 ? 0 : pairs.length / all;
}
