import { randomBytes } from 'node:crypto';
import type { Clock } from '../../application/ports/clock.port.js';
import type { IdGenerator } from '../../application/ports/id-generator.port.js';

/** Crockford's base 32: no letters that look like digits; sorts as the numbers do. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_DIGITS = 10;
const RANDOM_DIGITS = 12;

/**
 * Ids of ten digits of time (milliseconds) and twelve of randomness (60 bits), after the ULID scheme. Ids made in the
 * same millisecond by one generator still sort by making: their randomness counts up.
 */
export class CryptoIdGenerator implements IdGenerator {
  #lastTime = -1;
  #lastRandom = 0n;

  constructor(private readonly clock: Clock) {}

  next(prefix: string): string {
    const time = Math.max(this.clock.now(), this.#lastTime);
    this.#lastRandom = time === this.#lastTime ? this.#lastRandom + 1n : freshRandom();
    this.#lastTime = time;
    return `${prefix}-${encode(BigInt(time), TIME_DIGITS)}${encode(this.#lastRandom, RANDOM_DIGITS)}`;
  }
}

/** 59 random bits: the 60th is left free, so that counting up does not overflow. */
function freshRandom(): bigint {
  return randomBytes(8).readBigUInt64BE() >> 5n;
}

function encode(value: bigint, digits: number): string {
  return Array.from({ length: digits }, (_unused, index) => {
    const shift = 5n * BigInt(digits - 1 - index);
    return DIGITS.charAt(Number((value >> shift) & 31n));
  }).join('');
}
