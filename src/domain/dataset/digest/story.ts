import type { ScoredUnit } from './scored-unit.js';

/** What one or more posts of a day tell about. */
export interface Story {
  /** The unit that tells it best. */
  readonly lead: ScoredUnit;
  /** How much it deserves to be read first. */
  readonly score: number;
}

const COVERAGE = 0.3;
const MUCH_COVERED = 3;

/** A story out of the units that tell it: the best of them leads, and being told again counts for it. */
export function storyOf(units: readonly [ScoredUnit, ...ScoredUnit[]]): Story {
  const lead = units.reduce((best, unit) => (unit.score > best.score ? unit : best));
  const posts = new Set(units.map(({ post }) => post)).size;
  return { lead, score: lead.score + COVERAGE * Math.min(1, (posts - 1) / MUCH_COVERED) };
}
