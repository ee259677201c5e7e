import { evenlySpread } from '../../../domain/shared/evenly-spread.js';
import { wellFormedStart } from '../../../domain/text/well-formed.js';

/** Lines that fit a budget, and how much of the whole that is. */
export interface EvenCut {
  readonly lines: readonly string[];
  /** Characters that stand in `lines`, marks of cuts not counted. */
  readonly shown: number;
  readonly total: number;
}

/** Shorter than this no line is cut; where even that is too much, lines are left out, spread evenly. */
const SHORTEST_SHARE = 120;
const MARK = ' […]';

/**
 * Shortens lines to a budget of characters, evenly: long lines lose their ends, all to the same length, and short ones
 * stay whole, so that no post is preferred for where it stands.
 */
export function evenCut(lines: readonly string[], budget: number): EvenCut {
  const total = lengthOf(lines);
  if (total <= budget) return { lines, shown: total, total };
  const kept = evenlySpread(lines, Math.max(1, Math.floor(budget / SHORTEST_SHARE)));
  const limit = fairLimit(kept, budget);
  const cut = kept.map((line) => wellFormedStart(line, limit));
  const marked = cut.map((line, index) => (line.length < (kept[index]?.length ?? 0) ? `${line}${MARK}` : line));
  return { lines: marked, shown: lengthOf(cut), total };
}

/** The length at which all lines together just fit. */
function fairLimit(lines: readonly string[], budget: number): number {
  const lengths = lines.map(({ length }) => length).sort((a, b) => a - b);
  let left = budget;
  for (const [index, length] of lengths.entries()) {
    const share = Math.floor(left / (lengths.length - index));
    if (length > share) return share;
    left -= length;
  }
  return Infinity;
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
