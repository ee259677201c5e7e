import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import type { Clock } from '../ports/clock.port.js';

const MOST_WAITING = 500;
const LONGEST_WAIT_MS = 250;

/** Stores a group of results, durably when it returns. */
export type SaveGroup = (group: readonly SampleResult[]) => Promise<void>;

/**
 * Stores results in groups of at most 500, one group after the other. A result waits 250 ms for its group to be sent off,
 * whether or not another one comes; longer only while a judge keeps the thread for itself. `atOnce`, no result waits for
 * another: a group is what came while the one before it was being stored.
 */
export class ResultBuffer {
  #waiting: SampleResult[] = [];
  #since = 0;
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  #stored: Promise<void> = Promise.resolve();
  #queued = false;
  #failure: { readonly error: unknown } | undefined;

  constructor(
    private readonly save: SaveGroup,
    private readonly clock: Clock,
    private readonly atOnce: boolean,
    /** Is told when a group could not be stored that nobody waits for. */
    private readonly onFailure: (error: unknown) => void = () => undefined,
  ) {}

  /** @throws what the store threw for this group or an earlier one. */
  async add(result: SampleResult): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure.error;
    if (this.#waiting.push(result) === 1) this.#startWaiting();
    if (this.#waiting.length >= MOST_WAITING || this.#isOverdue()) await this.flush();
  }

  /** Stores what waits. @throws what the store threw for this group or an earlier one. */
  flush(): Promise<void> {
    this.#stopWaiting();
    if (this.#queued || this.#waiting.length === 0) return this.#stored;
    this.#queued = true;
    this.#stored = this.#stored.then(() => this.#saveWaiting());
    return this.#stored;
  }

  /** Takes what waits only now: also what came while the group before was being stored. */
  async #saveWaiting(): Promise<void> {
    this.#queued = false;
    while (this.#waiting.length > 0) await this.save(this.#waiting.splice(0, MOST_WAITING));
  }

  #isOverdue(): boolean {
    return !this.atOnce && this.clock.monotonic() - this.#since >= LONGEST_WAIT_MS;
  }

  #startWaiting(): void {
    this.#stopWaiting();
    this.#since = this.clock.monotonic();
    const send = () => {
      // The next `add` or `flush` tells of it too.
      this.flush().catch((error: unknown) => {
        this.#failure = { error };
        this.onFailure(error);
      });
    };
    this.#timer = this.atOnce ? setImmediate(send) : setTimeout(send, LONGEST_WAIT_MS).unref();
  }

  #stopWaiting(): void {
    if (this.atOnce) clearImmediate(this.#timer as NodeJS.Immediate);
    else clearTimeout(this.#timer as NodeJS.Timeout);
  }
}
