import { RunningSum } from './running-sum.js';

/** The sum of numbers in the order given, compensated: see `RunningSum`. */
export function exactSum(values: Iterable<number>): number {
  const sum = new RunningSum();
  for (const value of values) sum.add(value);
  return sum.total;
}
