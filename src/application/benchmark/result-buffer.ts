import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import type { Clock } from '../ports/clock.port.js';
import type { RunRepository } from '../ports/run.repository.port.js';

const MOST_WAITING = 500;
const LONGEST_WAIT_MS = 250;

/** Stores results in groups: of at most 500, and none waits longer than 250 ms for the next result. */
export class ResultBuffer {
  #waiting: SampleResult[] = [];
  #since: number;

  constructor(
    private readonly runs: RunRepository,
    private readonly runId: string,
    private readonly clock: Clock,
  ) {
    this.#since = clock.monotonic();
  }

  async add(result: SampleResult): Promise<void> {
    if (this.#waiting.length === 0) this.#since = this.clock.monotonic();
    this.#waiting.push(result);
    const waited = this.clock.monotonic() - this.#since;
    if (this.#waiting.length >= MOST_WAITING || waited >= LONGEST_WAIT_MS) await this.flush();
  }

  /** Stores what waits. */
  async flush(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    if (group.length > 0) await this.runs.saveResults(this.runId, group);
  }
}
