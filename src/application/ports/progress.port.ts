/** Tells whoever waits how far a long piece of work is. */
export interface ProgressReporter {
  /** Begins a piece of work; `total` in the same unit as `advance`, left out where it is not known. */
  start(label: string, total?: number): ProgressTask;
}

export interface ProgressTask {
  /** @param note what is known so far, in a few words; asked only when it is shown. */
  advance(by: number, note?: () => string): void;
  finish(): void;
}
