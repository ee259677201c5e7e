/** How long work may take to end once nobody waits for it, in milliseconds: what it has cost is worth that much. */
const PATIENCE_MS = 1_000;

/**
 * Waits for work; once `signal` is aborted, a moment longer and no more.
 *
 * @returns what the work gives; `undefined` where it did not end in time
 */
export async function patiently<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T | undefined> {
  if (signal === undefined) return await work;
  const patience = new Patience(signal);
  return await Promise.race([work, patience.over]).finally(() => {
    patience.end();
  });
}

class Patience {
  readonly over: Promise<undefined>;
  #timer: NodeJS.Timeout | undefined;
  #lose: () => void = () => undefined;

  constructor(private readonly signal: AbortSignal) {
    this.over = new Promise((resolve) => {
      this.#lose = () => {
        this.#timer = setTimeout(resolve, PATIENCE_MS, undefined);
      };
    });
    if (signal.aborted) this.#lose();
    else signal.addEventListener('abort', this.#lose);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.signal.removeEventListener('abort', this.#lose);
  }
}
