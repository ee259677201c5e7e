import { setMaxListeners } from 'node:events';
import { EtalonError } from '../../domain/errors/etalon-error.js';

/** The part of `process` that signals come through. */
export interface SignalSource {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(code: number): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const EXIT_INTERRUPTED = 130;

/** Turns the first Ctrl-C or termination signal into an aborted `signal`, the second into the end of the process. */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #listener = () => {
    if (this.#controller.signal.aborted) this.source.exit(EXIT_INTERRUPTED);
    this.#controller.abort(new EtalonError('INTERRUPTED', 'The command was interrupted.'));
  };

  constructor(private readonly source: SignalSource) {
    // Everything that is under way listens, however much that is.
    setMaxListeners(0, this.#controller.signal);
    for (const signal of SIGNALS) source.on(signal, this.#listener);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /**
   * Waits for work, but after an interruption no longer than `graceMs`: the work has that long to end by itself, and
   * what it came to by itself counts, be it a result or an error.
   *
   * @throws INTERRUPTED when the work did not end in time, or ended because its signal was aborted; else what it throws.
   */
  async guard<T>(work: Promise<T>, graceMs: number): Promise<T> {
    const ended = new AbortController();
    try {
      return await Promise.race([work, this.#outOfPatience(graceMs, ended.signal)]);
    } catch (error) {
      throw this.#isAbort(error) ? this.signal.reason : error;
    } finally {
      ended.abort();
    }
  }

  /** Lets signals do again what they do by default. */
  release(): void {
    for (const signal of SIGNALS) this.source.off(signal, this.#listener);
  }

  /** What the runtime's own functions throw when a signal that was handed to them is aborted. */
  #isAbort(error: unknown): boolean {
    return this.signal.aborted && error instanceof Error && error.name === 'AbortError';
  }

  #outOfPatience(graceMs: number, ended: AbortSignal): Promise<never> {
    return new Promise((_resolve, reject) => {
      const onAbort = () => {
        const timer = setTimeout(reject, graceMs, this.signal.reason);
        ended.addEventListener('abort', () => {
          clearTimeout(timer);
        });
      };
      this.signal.addEventListener('abort', onAbort, { once: true, signal: ended });
    });
  }
}
