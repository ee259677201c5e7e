import { GrowingColumn } from '../shared/growing-column.js';
import type { SampleResult } from './sample-result.js';

/** Numbers of one sample by metric. */
export type Scores = Readonly<Record<string, number>>;

const NO_SCORES: Scores = {};
const NOTHING = new GrowingColumn(Float64Array);

/** What a result says by metric: nothing where it was not scored. */
export function scoresOf(result: SampleResult): Scores {
  return result.status === 'scored' ? result.scores : NO_SCORES;
}

/** The scores of many samples, a row each, in columns: 8 bytes a score, where an object of scores takes 150. */
export class ScoreColumns {
  readonly #columns: ReadonlyMap<string, GrowingColumn<Float64Array>>;
  #length = 0;

  /**
   * @param metrics the names of the scores that are kept
   * @param capacity how many rows are expected
   */
  constructor(metrics: readonly string[], capacity = 0) {
    this.#columns = new Map(metrics.map((name) => [name, new GrowingColumn(Float64Array, capacity)]));
  }

  /** @returns the row that the scores are in */
  add(scores: Scores): number {
    for (const [name, column] of this.#columns) column.push(scores[name] ?? NaN);
    this.#length += 1;
    return this.#length - 1;
  }

  /** The scores of a metric by row; NaN for none. */
  column(metric: string): Pick<GrowingColumn<Float64Array>, 'at'> {
    return this.#columns.get(metric) ?? NOTHING;
  }

  /** All scores of a row. */
  row(row: number): Scores {
    const scores = [...this.#columns].map(([name, column]) => [name, column.at(row)] as const);
    return Object.fromEntries(scores.filter(([, score]) => !Number.isNaN(score)));
  }
}
