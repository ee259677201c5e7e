import { betaCdf, betaQuantile } from '../../../domain/statistics/distributions/beta-distribution.js';
import { fQuantile, fUpperTail } from '../../../domain/statistics/distributions/f-distribution.js';
import { normalCdf, normalQuantile } from '../../../domain/statistics/distributions/normal-distribution.js';
import { tQuantile } from '../../../domain/statistics/distributions/t-distribution.js';
import type { Figures, MethodInput, MethodTable } from '../offered-method.js';

type Triple = readonly [number, number, number];

/** Distribution functions and quantiles. */
export const DISTRIBUTION_METHODS: MethodTable = {
  t_quantile: {
    fields: ['q'],
    compute: ({ inputs }) => ({ q: inputs.tuples('p_df', 2).map(([p = 0, df = 0]) => finite(tQuantile(p, df))) }),
  },
  normal: {
    fields: ['cdf', 'quantile'],
    compute: (input) => ({
      ...when(input, 'z', (z) => ({ cdf: input.inputs.numbers(z).map(normalCdf) })),
      ...when(input, 'p', (p) => ({ quantile: input.inputs.numbers(p).map((value) => finite(normalQuantile(value))) })),
    }),
  },
  beta: {
    fields: ['cdf', 'quantile'],
    compute: (input) => ({
      ...when(input, 'x_a_b', (name) => ({ cdf: each(input, name, betaCdf) })),
      ...when(input, 'p_a_b', (name) => ({ quantile: each(input, name, betaQuantile) })),
    }),
  },
  f: {
    fields: ['quantile', 'sf'],
    compute: (input) => ({
      ...when(input, 'x_d1_d2', (name) => ({ sf: each(input, name, fUpperTail) })),
      ...when(input, 'p_d1_d2', (name) => ({ quantile: each(input, name, fQuantile) })),
    }),
  },
};

/** The figures of an input that a vector may leave out. */
function when({ inputs }: MethodInput, name: string, figures: (name: string) => Figures): Figures {
  return inputs.has(name) ? figures(name) : {};
}

function each(
  { inputs }: MethodInput,
  name: string,
  compute: (...triple: Triple) => number,
): readonly (number | null)[] {
  return inputs.tuples(name, 3).map((triple) => finite(compute(...(triple as Triple))));
}

/** JSON has no infinity: an end without a bound is undefined. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
