/** Term weights in ascending order of term, of Euclidean length 1 or without terms. */
export interface SparseVector {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
}

/** Brings weighted terms into order and to length 1. */
export function unitVector(
  counts: ReadonlyMap<number, number>,
  weightOf: (id: number, count: number) => number,
): SparseVector {
  const ids = [...counts.keys()].sort((left, right) => left - right);
  const weights = ids.map((id) => weightOf(id, counts.get(id) ?? 0));
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  const length = Math.sqrt(squares);
  return { ids, weights: weights.map((weight) => weight / length) };
}

/** The cosine of the angle between two vectors, 0…1; 0 when either has no terms. */
export function cosine(left: SparseVector, right: SparseVector): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < left.ids.length && j < right.ids.length) {
    const difference = (left.ids[i] ?? 0) - (right.ids[j] ?? 0);
    if (difference === 0) sum += (left.weights[i] ?? 0) * (right.weights[j] ?? 0);
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return sum;
}
