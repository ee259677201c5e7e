import type { SampleResult } from '../sample-result.js';

/** The same sample in two runs. */
export interface ResultPair {
  readonly a: SampleResult;
  readonly b: SampleResult;
}

/** How many samples of two runs can be held against each other, and how many of either cannot. */
interface PairCounts {
  readonly pairs: { readonly length: number };
  readonly unpaired: { readonly a: number; readonly b: number };
}

/** The samples of two runs that can be held against each other, and how many cannot. */
export interface PairedResults extends PairCounts {
  readonly pairs: readonly ResultPair[];
}

/**
 * Pairs results by sample id, in the order of the candidate.
 *
 * @param a the baseline's results that count
 * @param b the candidate's results that count
 */
export function pairResults(a: readonly SampleResult[], b: readonly SampleResult[]): PairedResults {
  const byId = new Map(a.map((result) => [result.sampleId, result]));
  const pairs = b.flatMap((result) => {
    const other = byId.get(result.sampleId);
    return other === undefined ? [] : [{ a: other, b: result }];
  });
  return { pairs, unpaired: { a: a.length - pairs.length, b: b.length - pairs.length } };
}

/** The share of samples, or of pairs with a score, below which nothing is decided. */
export const FEWEST_PAIRED = 0.9;

/** The share of all samples that are in both runs; 0 for none. */
export function pairedShare({ pairs, unpaired }: PairCounts): number {
  const all = pairs.length + unpaired.a + unpaired.b;
  return all === 0 ? 0 : pairs.length / all;
}
