import type { SparseVector } from './sparse-vector.js';

/** Terms of more vectors than this part nothing and would make the work quadratic. */
const COMMON = 200;

interface Postings {
  readonly vectors: number[];
  readonly weights: number[];
}

/** Vectors that share terms with one that was asked about, in the order in which its terms meet them. */
export interface Similar {
  readonly vectors: readonly number[];
  /** The cosine with each of them. */
  readonly cosines: readonly number[];
}

/** Finds the vectors that share terms with a vector, and how much, without comparing all pairs. */
export class SimilarityIndex {
  readonly #postings = new Map<number, Postings>();
  /** By vector, the sum so far; 0 between two questions. */
  readonly #sums: number[] = [];

  /** Adds a vector; they are numbered from 0 and come in order. */
  add(vector: number, { ids, weights }: SparseVector): void {
    this.#sums[vector] = 0;
    for (let at = 0; at < ids.length; at++) {
      const postings = this.#postingsOf(ids[at] ?? 0);
      if (postings.vectors.length >= COMMON) continue;
      postings.vectors.push(vector);
      postings.weights.push(weights[at] ?? 0);
    }
  }

  #postingsOf(id: number): Postings {
    const known = this.#postings.get(id);
    if (known !== undefined) return known;
    const postings = { vectors: [], weights: [] };
    this.#postings.set(id, postings);
    return postings;
  }

  /** The cosine with every vector that shares a term. */
  similar({ ids, weights }: SparseVector): Similar {
    const vectors: number[] = [];
    for (let at = 0; at < ids.length; at++) this.#sumUp(ids[at] ?? 0, weights[at] ?? 0, vectors);
    const cosines = vectors.map((vector) => this.#sums[vector] ?? 0);
    for (const vector of vectors) this.#sums[vector] = 0;
    return { vectors, cosines };
  }

  /** Weights are above 0, so a sum of 0 says that a vector was not met before. */
  #sumUp(id: number, weight: number, met: number[]): void {
    const postings = this.#postings.get(id);
    if (postings === undefined) return;
    const sums = this.#sums;
    for (let at = 0; at < postings.vectors.length; at++) {
      const vector = postings.vectors[at] ?? 0;
      const sum = sums[vector] ?? 0;
      if (sum === 0) met.push(vector);
      sums[vector] = sum + weight * (postings.weights[at] ?? 0);
    }
  }
}
