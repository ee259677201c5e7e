import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import type { Clock } from '../ports/clock.port.js';
import type { RunRepository } from '../ports/run.repository.port.js';

const MOST_WAITING = 500;
const LONGEST_WAIT_MS = 250;

/**
 * Stores results in groups of at most 500, one group after the other. A result waits 250 ms for its group to be sent
 * off, whether or not another one comes; longer only while a judge keeps the thread for itself.
 */
export class ResultBuffer {
  #waiting: SampleResult[] = [];
  #since = 0;
  #timer: NodeJS.Timeout | undefined;
  #stored: Promise<void> = Promise.resolve();

  constructor(
    private readonly runs: RunRepository,
    private readonly runId: string,
    private readonly clock: Clock,
  ) {}

  /** @throws what the store threw for this group or an earlier one. */
  async add(result: SampleResult): Promise<void> {
    if (this.#waiting.push(result) === 1) this.#startWaiting();
    const waited = this.clock.monotonic() - this.#since;
    if (this.#waiting.length >= MOST_WAITING || waited >= LONGEST_WAIT_MS) await this.flush();
  }

  /** Stores what waits. @throws what the store threw for this group or an earlier one. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    const group = this.#waiting;
    this.#waiting = [];
    if (group.length > 0) this.#stored = this.#stored.then(() => this.runs.saveResults(this.runId, group));
    return this.#stored;
  }

  #startWaiting(): void {
    this.#since = this.clock.monotonic();
    this.#timer = setTimeout(() => {
      // The next `add` or `flush` tells of a failure.
      this.flush().catch(() => undefined);
    }, LONGEST_WAIT_MS);
    this.#timer.unref();
  }
}
