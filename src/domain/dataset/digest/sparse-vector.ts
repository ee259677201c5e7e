/** Term weights in ascending order of term, of Euclidean length 1 or without terms. */
export interface SparseVector {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Weighs the terms of a text and brings them into order and to length 1.
 *
 * @param terms as many times as they stand in the text.
 */
export function unitVector(terms: readonly number[], weightOf: (id: number, count: number) => number): SparseVector {
  const sorted = Int32Array.from(terms).sort();
  const [ids, weights]: [number[], number[]] = [[], []];
  let squares = 0;
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const id = sorted[start] ?? 0;
    while (sorted[end] === id) end++;
    const weight = weightOf(id, end - start);
    squares += weight * weight;
    ids.push(id);
    weights.push(weight);
  }
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
