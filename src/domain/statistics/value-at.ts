/**
 * The value at a place that the caller knows to be there.
 *
 * @throws RangeError when it is not: a defect in the caller, never a silent zero
 */
export function valueAt(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`there is no value at ${index} of ${values.length}`);
  return value;
}
