import type { RandomSource } from '#etalon/domain/shared/random-source.js';

/** A standard normal number. Source: Box & Muller 1958. */
export function normal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** A number of mean 0 and standard deviation 1 with a long tail below (skewness −2), as scores near their ceiling have. */
export function skewed(random: RandomSource): number {
  return 1 + Math.log(1 - random.next());
}

/** Standard normal numbers of which each correlates with the one before. */
export function correlated(random: RandomSource, count: number, correlation: number): number[] {
  let last = normal(random);
  return Array.from({ length: count }, (_, index) => {
    if (index > 0) last = correlation * last + Math.sqrt(1 - correlation ** 2) * normal(random);
    return last;
  });
}
