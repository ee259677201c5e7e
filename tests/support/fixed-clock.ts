import type { Clock } from '#etalon/application/ports/clock.port.js';

/** A clock that stands still until it is moved. */
export class FixedClock implements Clock {
  constructor(public time = Date.UTC(2024, 11, 3, 12)) {}

  now(): number {
    return this.time;
  }

  monotonic(): number {
    return this.time;
  }
}
