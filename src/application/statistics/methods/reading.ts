import type { Interval } from '../../../domain/statistics/interval.js';
import type { MethodInput } from '../offered-method.js';
import type { VectorFields } from '../vector-fields.js';

/** The nominal confidence: `conf`, 0.95 unless given. */
export function levelOf(params: VectorFields): number {
  return params.number('conf', { min: 0, max: 1 }, 0.95);
}

/** The error probability `alpha`, 0.05 unless given. */
export function alphaOf(params: VectorFields): number {
  return params.number('alpha', { min: 0, max: 1 }, 0.05);
}

/** An interval as two bounds, `null` for none. */
export function bounds(interval: Interval | null): readonly (number | null)[] | null {
  return interval === null ? null : [interval.lower, interval.upper];
}

/** Two lists of numbers, one pair an index. */
export function pairsOf(
  { inputs }: MethodInput,
  first = 'a',
  second = 'b',
): readonly [readonly number[], readonly number[]] {
  const [left, right] = [inputs.numbers(first), inputs.numbers(second)];
  if (left.length !== right.length)
    inputs.refuse(second, `has ${right.length} values for the ${left.length} of ${first}`);
  return [left, right];
}

/** Labels, one for each of `count` values. */
export function labelsFor({ inputs }: MethodInput, name: string, count: number): readonly string[] {
  const labels = inputs.labels(name);
  return labels.length === count ? labels : inputs.refuse(name, `has ${labels.length} labels for ${count} values`);
}
