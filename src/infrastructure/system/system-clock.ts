import type { Clock } from '../../application/ports/clock.port.js';
import type { Instant } from '../../domain/time/instant.js';

/** The clocks of this machine. */
export class SystemClock implements Clock {
  now(): Instant {
    return Date.now();
  }

  monotonic(): number {
    return performance.now();
  }
}
