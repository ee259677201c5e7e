import type { HistogramBin } from './run-report.js';

/** Counts values in bins of a fixed grid; memory is that of the bins. */
export class Histogram {
  readonly #counts = new Map<number, number>();

  /**
   * @param binOf the number of the bin that a value lies in
   * @param edgeOf where a bin begins
   * @param last the last bin of a scale that ends, which is shown whole; left out for one that does not
   */
  private constructor(
    private readonly binOf: (value: number) => number,
    private readonly edgeOf: (bin: number) => number,
    private readonly last?: number,
  ) {}

  /** Scores 0…1 in `bins` equal bins; 1 lies in the last one. */
  static ofScores(bins: number): Histogram {
    const binOf = (value: number) => Math.min(bins - 1, Math.floor(value * bins + ROUNDING));
    return new Histogram(binOf, (bin) => bin / bins, bins - 1);
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

  /** All bins of a scale that ends, else those from the first to the last that holds something; none for no values. */
  bins(): readonly HistogramBin[] {
    const used = [...this.#counts.keys()].sort((a, b) => a - b);
    const [lowest, highest] = [used[0], used.at(-1)];
    if (lowest === undefined || highest === undefined) return [];
    const [first, last] = this.last === undefined ? [lowest, highest] : [0, this.last];
    return Array.from({ length: last - first + 1 }, (_, index) => {
      const bin = first + index;
      return { from: this.edgeOf(bin), to: this.edgeOf(bin + 1), count: this.#counts.get(bin) ?? 0 };
    });
  }
}

/** What binary fractions lose: 0.15 · 20 is a hair below 3. */
const ROUNDING = 1e-9;
