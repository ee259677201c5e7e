import type { SourceIndex } from './source-index.js';
import type { SummarySentence } from './summary-sentences.js';
import { isMeaningful } from './tokens.js';

const BUDGET = 60;

/**
 * How much of what the source is about the summary holds: half by a budget (the 60 weightiest stems of the whole day, by
 * weight), half over all posts (the mean share of each post's own eight key stems). Headings do not count.
 *
 * @returns 0…1; 1 would need the key words of every post
 */
export function lexicalCoverage(index: SourceIndex, sentences: readonly SummarySentence[]): number {
  const held = new Set(
    sentences
      .filter(({ heading }) => !heading)
      .flatMap(({ tokens }) => tokens.filter(isMeaningful).map(({ stem }) => stem)),
  );
  const posts = index.units.filter(({ keys }) => keys.length > 0);
  if (posts.length === 0) return 0;
  const overPosts = posts.reduce((sum, { keys }) => sum + heldShare(keys, held), 0) / posts.length;
  return (overPosts + heldShare(budgetKeys(index), held)) / 2;
}

/** The stems that weigh most in the day as a whole: a story that several posts tell counts for each of them. */
function budgetKeys(index: SourceIndex): readonly (readonly [string, number])[] {
  const weights = new Map<string, number>();
  for (const { keys } of index.units)
    for (const [stem, weight] of keys) weights.set(stem, (weights.get(stem) ?? 0) + weight);
  return [...weights].sort((a, b) => b[1] - a[1]).slice(0, BUDGET);
}

function heldShare(keys: readonly (readonly [string, number])[], held: ReadonlySet<string>): number {
  const total = keys.reduce((sum, [, weight]) => sum + weight, 0);
  return keys.reduce((sum, [stem, weight]) => sum + (held.has(stem) ? weight : 0), 0) / total;
}
