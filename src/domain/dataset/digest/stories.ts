import type { Similar } from './similarity-index.js';
import { SimilarityIndex } from './similarity-index.js';
import type { SparseVector } from './sparse-vector.js';

/** Above this cosine two units tell the same story. */
const SAME_STORY = 0.22;

/**
 * Groups units into stories: each joins the story of the most similar unit before it, or opens one of its own
 * (single pass, the first of equals wins).
 *
 * @returns for each story the numbers of its units, in order.
 */
export function groupStories(vectors: readonly SparseVector[]): readonly (readonly number[])[] {
  const index = new SimilarityIndex();
  const stories: number[][] = [];
  const storyOf: number[] = [];
  vectors.forEach((vector, unit) => {
    const nearest = mostSimilar(index.similar(vector));
    const story = nearest === undefined ? stories.push([]) - 1 : (storyOf[nearest] ?? 0);
    stories[story]?.push(unit);
    storyOf.push(story);
    index.add(unit, vector);
  });
  return stories;
}

function mostSimilar({ vectors, cosines }: Similar): number | undefined {
  let best: number | undefined;
  let most = SAME_STORY;
  for (const [at, unit] of vectors.entries()) {
    const similarity = cosines[at] ?? 0;
    if (similarity < most || (similarity === most && (best === undefined || unit > best))) continue;
    best = unit;
    most = similarity;
  }
  return best;
}
