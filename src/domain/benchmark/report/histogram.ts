import type { HistogramBin } from './run-report.js';

/** Counts values in bins of a fixed grid; memory is that of the bins. */
export class Histogram {
  readonly #counts = new Map<number, number>();

  /**
   * @param binOf the number of the bin that a value lies in
   * @param edgeOf where a bin begins
   */
  private constructor(
    private readonly binOf: (value: number) => number,
    private readonly edgeOf: (bin: number) => number,
  ) {}

  /** Scores 0…1 in `bins` equal bins; 1 lies in the last one. */
  static ofScores(bins: number): Histogram {
    const binOf = (value: number) => Math.min(bins - 1, Math.floor(value * bins + ROUNDING));
    return new Histogram(binOf, (bin) => bin / bins);
  }

  /** Times above 0 in `perDecade` bins whose edges are powers of 10^(1/perDecade). */
  static ofTimes(perDecade: number): Histogram {
    const binOf = (value: number) => Math.floor(Math.log10(value) * perDecade + ROUNDING);
    return new Histogram(binOf, (bin) => 10 ** (bin / perDecade));
  }

  add(value: number): void {
    const bin = this.binOf(value);
    this.#counts.set(bin, (this.#counts.get(bin) ?? 0) + 1);
  }

  /** The bins from the first to the last that holds something, empty ones between them included. */
  bins(): readonly HistogramBin[] {
    const used = [...this.#counts.keys()].sort((a, b) => a - b);
    const [first, last] = [used[0], used.at(-1)];
    if (first === undefined || last === undefined) return [];
    return Array.from({ length: last - first + 1 }, (_, index) => {
      const bin = first + index;
      return { from: this.edgeOf(bin), to: this.edgeOf(bin + 1), count: this.#counts.get(bin) ?? 0 };
    });
  }
}

/** What binary fractions lose: 0.15 · 20 is a hair below 3. */
const ROUNDING = 1e-9;
