const MOST_STEPS = 400;

/** A function value and its slope at a point. */
export interface ValueAndSlope {
  readonly value: number;
  readonly slope: number;
}

type Evaluate = (x: number) => ValueAndSlope;

/**
 * Finds where an increasing function is zero between two points, by Newton steps that fall back to halving whenever one
 * would leave the bracket (the safeguarded Newton method).
 *
 * @param evaluate the function with its derivative
 * @param low a point where it is ≤ 0
 * @param high a point where it is ≥ 0
 * @param start the first guess, moved between them when it is not
 * @returns the root, to the last few bits
 */
export function solveIncreasing(evaluate: Evaluate, low: number, high: number, start: number): number {
  const bracket = { below: low, above: high };
  let x = Math.min(Math.max(start, low), high);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = improve(evaluate, x, bracket);
    if (Math.abs(next - x) <= 4e-16 * Math.abs(next)) return next;
    x = next;
  }
  return x;
}

function improve(evaluate: Evaluate, x: number, bracket: { below: number; above: number }): number {
  const { value, slope } = evaluate(x);
  if (value === 0) return x;
  if (value < 0) bracket.below = x;
  else bracket.above = x;
  return inside(x - value / slope, bracket.below, bracket.above);
}

function inside(candidate: number, below: number, above: number): number {
  return candidate > below && candidate < above ? candidate : (below + above) / 2;
}
