import { SimilarityIndex } from './similarity-index.js';
import type { SparseVector } from './sparse-vector.js';

const DAMPING = 0.85;
const ROUNDS = 30;
const WEAK = 0.05;

interface Edge {
  readonly from: number;
  readonly weight: number;
}

/**
 * How central each sentence is among all, 0…1 with 1 for the most central: continuous LexRank (Erkan and Radev 2004,
 * section 3.3), the stationary distribution of a walk over cosine similarities, by a fixed number of power iterations.
 */
export function centralities(vectors: readonly SparseVector[]): readonly number[] {
  const edges = incomingEdges(vectors);
  let ranks = vectors.map(() => 1);
  for (let round = 0; round < ROUNDS; round++)
    ranks = edges.map((incoming) => {
      let sum = 0;
      for (const { from, weight } of incoming) sum += weight * (ranks[from] ?? 0);
      return 1 - DAMPING + DAMPING * sum;
    });
  const most = ranks.reduce((left, right) => Math.max(left, right), 0);
  return ranks.map((rank) => rank / (most || 1));
}

/** For each sentence the sentences that point to it; weights that leave a sentence sum to 1. */
function incomingEdges(vectors: readonly SparseVector[]): readonly (readonly Edge[])[] {
  const index = new SimilarityIndex();
  vectors.forEach((vector, at) => {
    index.add(at, vector);
  });
  const incoming: Edge[][] = vectors.map(() => []);
  vectors.forEach((vector, from) => {
    const { vectors: similar, cosines } = index.similar(vector);
    const weights = similar.map((to, at) => weightOf(to === from, cosines[at] ?? 0));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (const [at, weight] of weights.entries())
      if (weight > 0) incoming[similar[at] ?? 0]?.push({ from, weight: weight / total });
  });
  return incoming;
}

/** Weak edges count as none, and so does a sentence's likeness to itself. */
function weightOf(isSelf: boolean, cosine: number): number {
  return isSelf || cosine < WEAK ? 0 : cosine;
}
