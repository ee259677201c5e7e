import type { BettingHypothesis, BettingState } from '../../../domain/statistics/sequential/betting-test.js';
import { BETTING_START, bettingTest } from '../../../domain/statistics/sequential/betting-test.js';
import type { Figures, MethodInput, MethodTable } from '../offered-method.js';
import type { VectorFields } from '../vector-fields.js';

/** Tests that may be looked at any time. */
export const SEQUENTIAL_METHODS: MethodTable = {
  betting_wealth_wor: { fields: ['wealth', 'max', 'p_anytime'], compute: wealth },
};

function wealth({ inputs, params }: MethodInput): Figures {
  const x = inputs.numbers('x', { min: 0, max: 1 });
  const states = statesOf(x, hypothesisOf(params));
  const most = states.reduce((max, state) => Math.max(max, state.wealth), 0);
  const at = params.numbers('at', { min: 1, max: x.length, whole: true });
  return {
    wealth: at.map((seen) => finite(states[seen - 1]?.wealth ?? Infinity)),
    max: x.length === 0 ? null : finite(most),
    p_anytime: Math.min(1, 1 / most),
  };
}

function hypothesisOf(params: VectorFields): BettingHypothesis {
  const rejects = params.text('rejects');
  if (rejects !== 'mean <= m' && rejects !== 'mean >= m')
    return params.refuse('rejects', `is "${rejects}", neither "mean <= m" nor "mean >= m"`);
  return {
    mean: params.number('m', { min: 0, max: 1 }),
    population: params.number('N', { min: 1, whole: true }),
    stake: params.number('c', { min: 0, max: 1 }, 0.75),
    rejects,
  };
}

function statesOf(x: readonly number[], hypothesis: BettingHypothesis): readonly BettingState[] {
  let state = BETTING_START;
  return x.map((value) => (state = bettingTest(state, value, hypothesis)));
}

/** JSON has no infinity: wealth without bound, where the null is impossible, is undefined. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
