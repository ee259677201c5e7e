import type { SparseVector } from './sparse-vector.js';

/** Terms of more vectors than this part nothing and would make the work quadratic. */
const COMMON = 200;

/** Finds the vectors that share terms with a vector, and how much, without comparing all pairs. */
export class SimilarityIndex {
  readonly #postings = new Map<number, { readonly vector: number; readonly weight: number }[]>();

  add(vector: number, { ids, weights }: SparseVector): void {
    ids.forEach((id, at) => {
      const posting = { vector, weight: weights[at] ?? 0 };
      const postings = this.#postings.get(id);
      if (postings === undefined) this.#postings.set(id, [posting]);
      else if (postings.length < COMMON) postings.push(posting);
    });
  }

  /** The cosine with every vector that shares a term, by vector number. */
  similar({ ids, weights }: SparseVector): ReadonlyMap<number, number> {
    const sums = new Map<number, number>();
    ids.forEach((id, at) => {
      const weight = weights[at] ?? 0;
      for (const posting of this.#postings.get(id) ?? [])
        sums.set(posting.vector, (sums.get(posting.vector) ?? 0) + weight * posting.weight);
    });
    return sums;
  }
}
