/** A sorted copy, smallest first; a typed array, so that a million values neither overflow a stack nor take long. */
export function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}
