/**
 * Holm's step-down correction: p-values that keep the probability of any false claim among all of them below α.
 *
 * Source: Holm 1979, Scandinavian Journal of Statistics 6, 65–70: the i-th smallest of k is max over j ≤ i of
 * min(1, (k − j + 1)·p_(j)).
 *
 * @returns the corrected values in the order that they were given in
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((_value, index) => index).sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
  const corrected = new Array<number>(pValues.length).fill(1);
  let largest = 0;
  order.forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * (pValues[index] ?? 1)));
    corrected[index] = largest;
  });
  return corrected;
}
