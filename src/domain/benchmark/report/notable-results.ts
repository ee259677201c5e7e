import type { MetricResult } from '../metric-result.js';
import type { SampleResult } from '../sample-result.js';

interface Ranked {
  readonly result: SampleResult;
  readonly margin: number;
}

/**
 * The few results at either end: by how far their worst metric is from its pass value. Failures of the judge come first
 * among the worst, yet take up half of the places at most: they must not hide low scores. Memory is that of what is kept.
 */
export class NotableResults {
  readonly #failed: Ranked[] = [];
  readonly #worst: Ranked[] = [];
  readonly #best: Ranked[] = [];

  /** @param count how many to keep at each end */
  constructor(
    private readonly metrics: readonly MetricResult[],
    private readonly count: number,
  ) {}

  add(result: SampleResult): void {
    const ranked = { result, margin: this.#marginOf(result) };
    if (result.status !== 'scored') {
      keep(this.#failed, ranked, byPlace, Math.ceil(this.count / 2));
      return;
    }
    keep(this.#worst, ranked, (a, b) => a.margin - b.margin || byPlace(a, b), this.count);
    keep(this.#best, ranked, (a, b) => b.margin - a.margin || byPlace(a, b), this.count);
  }

  /** The worst first. */
  get worst(): readonly SampleResult[] {
    return [...this.#failed, ...this.#worst].slice(0, this.count).map(({ result }) => result);
  }

  /** The best first; only those with a score. */
  get best(): readonly SampleResult[] {
    return this.#best.map(({ result }) => result);
  }

  #marginOf(result: SampleResult): number {
    if (result.status !== 'scored') return -Infinity;
    const margins = this.metrics.flatMap(({ name, pass }) => {
      const score = result.scores[name];
      return score === undefined ? [] : [score - pass];
    });
    return Math.min(Infinity, ...(margins.length === 0 ? Object.values(result.scores) : margins));
  }
}

function byPlace(a: Ranked, b: Ranked): number {
  return a.result.position - b.result.position;
}

/** Puts an entry where it belongs in a short sorted list, and drops what no longer fits. */
function keep(list: Ranked[], entry: Ranked, compare: (a: Ranked, b: Ranked) => number, count: number): void {
  const last = list.at(-1);
  if (list.length >= count && last !== undefined && compare(entry, last) >= 0) return;
  const place = list.findIndex((other) => compare(entry, other) < 0);
  list.splice(place < 0 ? list.length : place, 0, entry);
  if (list.length > count) list.pop();
}
