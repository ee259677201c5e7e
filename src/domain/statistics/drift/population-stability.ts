import { ascending } from '../ascending.js';
import { chiSquaredQuantile } from '../distributions/chi-squared-distribution.js';
import { exactSum } from '../exact-sum.js';
import { quantileType7 } from '../quantile.js';

/**
 * The population stability index of two counts over the same bins: Σ(p − q)·ln(p/q), the sum of both Kullback–Leibler
 * divergences. Judge it against `stabilityCritical`, never against a fixed number: small samples drift by chance.
 *
 * Source: Yurdakul 2018, Statistical Properties of Population Stability Index.
 *
 * @returns `null` when a sample is empty, or a bin is empty in one of them: the index is infinite then
 */
export function populationStability(reference: readonly number[], current: readonly number[]): number | null {
  const [p, q] = [sharesOf(reference), sharesOf(current)];
  const terms = p.flatMap((share, bin) => {
    const other = q[bin] ?? 0;
    return share === 0 && other === 0 ? [] : [(share - other) * Math.log(share / other)];
  });
  const index = exactSum(terms);
  return p.length === 0 || !Number.isFinite(index) ? null : index;
}

/**
 * What the index stays below with the probability `level` when nothing has changed: (1/n + 1/m)·χ²_{bins−1}.
 *
 * @returns `null` when a sample is empty or there are fewer than two bins
 */
export function stabilityCritical(n: number, m: number, bins: number, level = 0.95): number | null {
  if (n === 0 || m === 0 || bins < 2) return null;
  return (1 / n + 1 / m) * chiSquaredQuantile(level, bins - 1);
}

/** The inner edges of `bins` bins that hold as many values each: type 7 quantiles; none for no values. */
export function quantileEdges(values: readonly number[], bins: number): readonly number[] {
  const sorted = ascending(values);
  return Array.from({ length: Math.max(0, bins - 1) }, (_, edge) => quantileType7(sorted, (edge + 1) / bins)).filter(
    (edge) => edge !== null,
  );
}

/** How many values fall into each bin [a, b); the outer bins are open to the outside. */
export function countBins(values: readonly number[], innerEdges: readonly number[]): readonly number[] {
  const counts = Array.from({ length: innerEdges.length + 1 }, () => 0);
  for (const value of values) {
    const found = innerEdges.findIndex((edge) => value < edge);
    const bin = found === -1 ? innerEdges.length : found;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

function sharesOf(counts: readonly number[]): readonly number[] {
  const total = exactSum(counts);
  return total === 0 ? [] : counts.map((count) => count / total);
}
