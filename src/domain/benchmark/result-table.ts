import type { Provenance } from '../dataset/provenance.js';
import { PROVENANCES } from '../dataset/provenance.js';
import { GrowingColumn } from '../shared/growing-column.js';
import { NameColumn } from '../shared/name-column.js';
import type { ClusteredValue } from '../statistics/stratified-mean.js';
import type { MetricResult } from './metric-result.js';
import { rowsByPosition } from './rows-by-position.js';
import type { SampleResult } from './sample-result.js';
import { ScoreColumns, scoresOf } from './score-columns.js';

/** A number and a count for each provenance. */
export type ByProvenance = MetricResult['byProvenance'];

/** Which of the results are meant. */
export type ResultFilter = 'counted' | Provenance;

const STATUSES = ['scored', 'unscored', 'error'] as const;

/**
 * The numbers of a run's results, in columns: about 60 bytes a sample, texts and ids left out. Results come in any order
 * (judges answer when they answer) and are read in that of the data set, so that sums do not depend on it.
 */
export class ResultTable {
  readonly #position: GrowingColumn<Uint32Array>;
  readonly #status: GrowingColumn<Uint8Array>;
  readonly #provenance: GrowingColumn<Uint8Array>;
  readonly #channel: NameColumn;
  readonly #day: NameColumn;
  readonly #latency: GrowingColumn<Float64Array>;
  readonly #scores: ScoreColumns;
  readonly #spreads: ReadonlyMap<string, GrowingColumn<Float64Array>>;
  #order: Uint32Array | undefined;

  /**
   * @param metrics the names of the scores that are kept
   * @param includeSynthetic whether synthetic samples count like all others
   * @param capacity how many results are expected
   */
  constructor(
    readonly metrics: readonly string[],
    private readonly includeSynthetic: boolean,
    capacity = 0,
  ) {
    this.#position = new GrowingColumn(Uint32Array, capacity);
    this.#status = new GrowingColumn(Uint8Array, capacity);
    this.#provenance = new GrowingColumn(Uint8Array, capacity);
    this.#channel = new NameColumn(capacity);
    this.#day = new NameColumn(capacity);
    this.#latency = new GrowingColumn(Float64Array, capacity);
    this.#scores = new ScoreColumns(metrics, capacity);
    this.#spreads = new Map(metrics.map((name) => [name, new GrowingColumn(Float64Array)]));
  }

  /** A table of these results. */
  static of(results: Iterable<SampleResult>, metrics: readonly string[], includeSynthetic: boolean): ResultTable {
    const table = new ResultTable(metrics, includeSynthetic);
    for (const result of results) table.add(result);
    return table;
  }

  add(result: SampleResult): void {
    this.#order = undefined;
    this.#position.push(result.position);
    this.#status.push(STATUSES.indexOf(result.status));
    this.#provenance.push(PROVENANCES.indexOf(result.provenance));
    this.#channel.push(result.channel);
    this.#day.push(result.day);
    this.#latency.push(result.latencySeconds);
    this.#scores.add(scoresOf(result));
    if (result.status === 'scored' && result.spread !== undefined) this.#addSpread(result.spread);
  }

  /** How many results there are. */
  get length(): number {
    return this.#position.length;
  }

  /** How many samples ended how, those that do not count included. */
  get tally(): {
    readonly total: number;
    readonly scored: number;
    readonly unscored: number;
    readonly errors: number;
  } {
    const [scored = 0, unscored = 0, errors = 0] = STATUSES.map((_status, code) =>
      this.#count((row) => this.#status.at(row) === code),
    );
    return { total: this.#position.length, scored, unscored, errors };
  }

  /** How many samples are meant. */
  size(filter: ResultFilter): number {
    return this.#count((row) => this.#fits(row, filter));
  }

  /** Days that samples which count fall on. */
  get days(): number {
    const days = new Set<string>();
    for (const row of this.#rows('counted')) days.add(this.#day.at(row));
    return days.size;
  }

  /** The fewest days that any channel has among the samples that count; 0 for none. */
  get fewestDays(): number {
    const days = new Map<string, Set<string>>();
    for (const row of this.#rows('counted')) {
      const known = days.get(this.#channel.at(row)) ?? new Set<string>();
      days.set(this.#channel.at(row), known.add(this.#day.at(row)));
    }
    return [...days.values()].reduce((fewest, { size }) => Math.min(fewest || size, size), 0);
  }

  /** The scored share of the samples that count; `null` when none does. */
  get coverage(): number | null {
    const total = this.size('counted');
    const scored = this.#count((row) => this.#fits(row, 'counted') && this.#status.at(row) === 0);
    return total === 0 ? null : scored / total;
  }

  /** Latencies of the samples that are meant, ascending. */
  latencies(filter: ResultFilter): Float64Array {
    return Float64Array.from(this.#rows(filter), (row) => this.#latency.at(row)).sort();
  }

  /** The scores of a metric with channel and day, in the order of the data set; can be gone through again and again. */
  values(metric: string, filter: ResultFilter): Iterable<ClusteredValue> {
    return { [Symbol.iterator]: () => this.#values(metric, filter) };
  }

  /** A number for the samples of each provenance, those that do not count included. */
  byProvenance(figure: (filter: Provenance) => ByProvenance[string]): ByProvenance {
    return Object.fromEntries(PROVENANCES.map((provenance) => [provenance, figure(provenance)]));
  }

  /** The variances of a metric among the repeats of a sample, one for each that counts and was judged several times. */
  *variances(metric: string): Generator<number> {
    const column = this.#spreads.get(metric);
    if (column === undefined) return;
    for (const row of this.#rows('counted'))
      if (row < column.length && !Number.isNaN(column.at(row))) yield column.at(row) ** 2;
  }

  /** These columns reach only as far as there are spreads: without repeats they stay empty. */
  #addSpread(spread: Readonly<Record<string, number>>): void {
    for (const [name, column] of this.#spreads) {
      while (column.length < this.#position.length - 1) column.push(NaN);
      column.push(spread[name] ?? NaN);
    }
  }

  *#values(metric: string, filter: ResultFilter): Generator<ClusteredValue> {
    const scores = this.#scores.column(metric);
    for (const row of this.#rows(filter)) {
      const value = scores.at(row);
      if (!Number.isNaN(value)) yield { value, stratum: this.#channel.at(row), cluster: this.#day.at(row) };
    }
  }

  *#rows(filter: ResultFilter): Generator<number> {
    for (const row of this.#ordered()) if (this.#fits(row, filter)) yield row;
  }

  #ordered(): Uint32Array {
    this.#order ??= rowsByPosition(this.#position);
    return this.#order;
  }

  #fits(row: number, filter: ResultFilter): boolean {
    const provenance = PROVENANCES[this.#provenance.at(row)];
    return filter === 'counted' ? this.includeSynthetic || provenance !== 'synthetic' : provenance === filter;
  }

  #count(holds: (row: number) => boolean): number {
    let count = 0;
    for (let row = 0; row < this.#position.length; row += 1) if (holds(row)) count += 1;
    return count;
  }
}
