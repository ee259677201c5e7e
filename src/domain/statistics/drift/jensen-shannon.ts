import { exactSum } from '../exact-sum.js';

/**
 * The Jensen–Shannon distance of two counts over the same bins, 0 (the same shares) … 1 (no bin in common): the square
 * root of the divergence with logarithms to base 2. Empty bins do no harm.
 *
 * Source: Endres & Schindelin 2003, IEEE Trans. Inf. Theory 49, 1858–1860.
 *
 * @returns `null` when one of them counts nothing
 */
export function jensenShannon(reference: readonly number[], current: readonly number[]): number | null {
  const [n, m] = [exactSum(reference), exactSum(current)];
  if (n === 0 || m === 0) return null;
  const terms = reference.map((count, bin) => {
    const [p, q] = [count / n, (current[bin] ?? 0) / m];
    return surprise(p, (p + q) / 2) + surprise(q, (p + q) / 2);
  });
  return Math.sqrt(Math.max(0, exactSum(terms) / 2));
}

function surprise(share: number, middle: number): number {
  return share === 0 ? 0 : share * Math.log2(share / middle);
}
