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
  let place = 0;
  for (let at = 0; at < left.ids.length; at++) {
    const id = left.ids[at] ?? 0;
    while (place < right.ids.length && (right.ids[place] ?? id) < id) place++;
    if (right.ids[place] === id) sum += (left.weights[at] ?? 0) * (right.weights[place] ?? 0);
  }
  return sum;
}
