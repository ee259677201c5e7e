/**
 * The sum of numbers in the order given, with Neumaier's compensation: the error does not grow with how many there are.
 *
 * Source: Neumaier 1974, Z. angew. Math. Mech. 54, 39–51.
 */
export function exactSum(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
