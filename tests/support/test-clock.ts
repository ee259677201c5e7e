import type { Clock } from '#etalon/application/ports/clock.port.js';
import type { IdGenerator } from '#etalon/application/ports/id-generator.port.js';

/** The time of day as it is, moved by as much as a test wants. */
export class TestClock implements Clock {
  #ahead = 0;

  now(): number {
    return Date.now() + this.#ahead;
  }

  monotonic(): number {
    return performance.now() + this.#ahead;
  }

  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}

let made = 0;

/** Names that no other process and no other call gives. */
export const TEST_IDS: IdGenerator = {
  next: (prefix) => `${prefix}-${process.pid.toString(36)}-${Date.now().toString(36)}-${(made += 1)}`,
};
