/** What a betting test is about. */
export interface BettingHypothesis {
  /** The null mean, of values in 0…1. */
  readonly mean: number;
  /** How many values the whole population has; they come in random order without replacement. */
  readonly population: number;
  /** Which null the wealth speaks against: "the mean of all is at most m", or "… at least m". */
  readonly rejects: 'mean <= m' | 'mean >= m';
  /** How much of the wealth may be put at stake, in 0…1; ¾ unless given. */
  readonly stake?: number;
}

/** Where a betting test stands after some values. Plain numbers: it can be kept and gone on with. */
export interface BettingState {
  /** Values seen. */
  readonly seen: number;
  /** Σ x. */
  readonly sum: number;
  /** Σ (x_i − μ̂_i)². */
  readonly squares: number;
  /** `Infinity` once the values seen make the null impossible. */
  readonly wealth: number;
  /** The largest wealth so far; the null is rejected at α as soon as it reaches 1/α. */
  readonly most: number;
}

/** The state before the first value. */
export const BETTING_START: BettingState = { seen: 0, sum: 0, squares: 0, wealth: 1, most: 1 };

/** A null mean so close to the edge of 0…1 is there by rounding of the sum, and refutes nothing. */
const EDGE = 1e-9;

/**
 * The state after one more value. The wealth of a gambler who bets against the null: fair or losing while it is true, so
 * that it ever reaches 1/α with a chance of α at most, at whatever time one looks.
 *
 * Sampling is without replacement: after t − 1 values the rest has, under the null, the mean
 * m_t = (N·m − S_{t−1})/(N − t + 1). With μ̂_t = (½ + S_t)/(t + 1), V_t = (¼ + Σ(x_i − μ̂_i)²)/(t + 1) and the gap
 * g = μ̂_{t−1} − m_t, the bet against "mean ≤ m" is λ = g/(V_{t−1} + g²) clipped to [0, c/m_t], and the wealth is
 * multiplied by 1 + λ(x_t − m_t); against "mean ≥ m" the same for 1 − x and 1 − m.
 *
 * Source: Waudby-Smith & Ramdas 2020, Confidence sequences for sampling without replacement (NeurIPS 33), with the
 * plug-in bets of Waudby-Smith & Ramdas 2024, J. R. Statist. Soc. B 86, 1–27.
 *
 * @param x in 0…1
 * @throws RangeError for a value outside 0…1 or one more than the population has: a defect in the caller.
 */
export function bettingTest(state: BettingState, x: number, hypothesis: BettingHypothesis): BettingState {
  const { population } = hypothesis;
  if (!(x >= 0 && x <= 1)) throw new RangeError(`a bet needs a value in 0…1, got ${x}`);
  if (state.seen >= population) throw new RangeError(`the population has only ${population} values`);
  const seen = state.seen + 1;
  const sum = state.sum + x;
  const squares = state.squares + (x - (0.5 + sum) / (seen + 1)) ** 2;
  const wealth = state.wealth * factorOf(state, x, hypothesis);
  return { seen, sum, squares, wealth, most: Math.max(state.most, wealth) };
}

/** The chance of ever seeing as much wealth under the null: a p value that is valid at any time. Source: Ville 1939. */
export function anytimeP({ most }: BettingState): number {
  return Math.min(1, 1 / most);
}

function factorOf(state: BettingState, x: number, hypothesis: BettingHypothesis): number {
  const { mean, population, rejects, stake = 0.75 } = hypothesis;
  const rest = (population * mean - state.sum) / (population - state.seen);
  const average = (0.5 + state.sum) / (state.seen + 1);
  const spread = (0.25 + state.squares) / (state.seen + 1);
  return rejects === 'mean <= m'
    ? betAbove(x, rest, average, spread, stake)
    : betAbove(1 - x, 1 - rest, 1 - average, spread, stake);
}

/** The factor of a bet that the rest lies above its null mean. */
function betAbove(x: number, nullMean: number, average: number, spread: number, stake: number): number {
  if (nullMean < -EDGE) return Infinity;
  const rest = Math.max(0, nullMean);
  const gap = average - rest;
  const bet = Math.min(Math.max(0, gap / (spread + gap * gap)), stake / rest);
  return 1 + bet * (x - rest);
}
