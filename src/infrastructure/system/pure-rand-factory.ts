import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomFactory } from '../../application/ports/random-factory.port.js';
import type { RandomSource } from '../../domain/shared/random-source.js';

/** Streams of xoroshiro128+, their state taken from a hash of seed and purpose. */
export class PureRandFactory implements RandomFactory {
  seeded(seed: number, purpose: string): RandomSource {
    const hash = createHash('sha256').update(`${seed}\n${purpose}`).digest();
    const state = [0, 4, 8, 12].map((offset) => hash.readInt32LE(offset));
    const generator = xoroshiro128plusFromState(state);
    return {
      next: () => uniformFloat64(generator),
      integer: (bound) => uniformInt(generator, 0, bound - 1),
    };
  }
}
