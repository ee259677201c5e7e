import { ascending } from '../ascending.js';
import { valueAt } from '../value-at.js';

/** How often values of one sample are above those of another. */
export interface MannWhitney {
  /** Pairs in which a is above b, ties counted as half: 0…n·m. */
  readonly u: number;
  /** Cliff's δ = 2U/(nm) − 1: −1 when every a is below every b, 1 when above. */
  readonly cliffsDelta: number;
}

/**
 * The statistic U of the first sample and Cliff's δ, by merging the sorted samples: O((n + m)·log(n + m)).
 *
 * Source: Mann & Whitney 1947, Ann. Math. Statist. 18, 50–60; Cliff 1993, Psychol. Bull. 114, 494–509.
 *
 * @returns `null` when a sample is empty
 */
export function mannWhitney(a: readonly number[], b: readonly number[]): MannWhitney | null {
  if (a.length === 0 || b.length === 0) return null;
  const others = ascending(b);
  let [below, notAbove, u] = [0, 0, 0];
  for (const value of ascending(a)) {
    while (below < others.length && valueAt(others, below) < value) below += 1;
    while (notAbove < others.length && valueAt(others, notAbove) <= value) notAbove += 1;
    u += (below + notAbove) / 2;
  }
  return { u, cliffsDelta: (2 * u) / (a.length * b.length) - 1 };
}
