/** A stream of random numbers that was seeded by whoever hands it in: the same seed gives the same stream. */
export interface RandomSource {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, bound), without modulo bias. `bound` ≥ 1. */
  integer(bound: number): number;
}
