import type { RandomSource } from '../../domain/shared/random-source.js';

/** Makes seeded streams of random numbers. */
export interface RandomFactory {
  /** The stream of this seed and purpose: other purposes give independent streams of the same seed. */
  seeded(seed: number, purpose: string): RandomSource;
}
