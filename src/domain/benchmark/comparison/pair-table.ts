import { GrowingColumn } from '../../shared/growing-column.js';
import { NameColumn } from '../../shared/name-column.js';
import type { ClusteredPair } from '../../statistics/comparison/stratified-difference.js';
import { LATENCY_METRIC } from '../latency-metric.js';
import { rowsByPosition } from '../rows-by-position.js';
import type { SampleResult } from '../sample-result.js';
import type { Scores } from '../score-columns.js';
import { ScoreColumns, scoresOf } from '../score-columns.js';
import type { ComparedMetric } from './compared-metric.js';

/**
 * The numbers of the samples that two runs have in common, in columns: 16 bytes for each metric of a pair and 12 for its
 * place, channel and day. Pairs come in any order and are read in that of the candidate's data set, so that sums do not
 * depend on it.
 */
export class PairTable {
  readonly #position = new GrowingColumn(Uint32Array);
  readonly #channel = new NameColumn();
  readonly #day = new NameColumn();
  readonly #before: ScoreColumns;
  readonly #now: ScoreColumns;
  #order: Uint32Array | undefined;

  constructor(metrics: readonly ComparedMetric[]) {
    const names = metrics.map(({ name }) => name);
    this.#before = new ScoreColumns(names);
    this.#now = new ScoreColumns(names);
  }

  /** How many pairs there are. */
  get length(): number {
    return this.#position.length;
  }

  /** Takes in what the baseline says of a sample and what the candidate says of it. */
  add(before: SampleResult, now: SampleResult): void {
    this.#order = undefined;
    this.#position.push(now.position);
    this.#channel.push(now.channel);
    this.#day.push(now.day);
    this.#before.add(measuresOf(before));
    this.#now.add(measuresOf(now));
  }

  /**
   * The values of each pair that has the metric in both runs, turned so that candidate − baseline is positive where the
   * candidate is better; can be gone through again and again.
   */
  of(metric: ComparedMetric): Iterable<ClusteredPair> {
    return { [Symbol.iterator]: () => this.#pairs(metric) };
  }

  *#pairs({ name, direction }: ComparedMetric): Generator<ClusteredPair> {
    this.#order ??= rowsByPosition(this.#position);
    const [before, now] = [this.#before.column(name), this.#now.column(name)];
    const [baselines, candidates] = direction === 'higher' ? [before, now] : [now, before];
    for (const row of this.#order) {
      const baseline = baselines.at(row);
      const candidate = candidates.at(row);
      if (Number.isNaN(baseline) || Number.isNaN(candidate)) continue;
      yield { baseline, candidate, stratum: this.#channel.at(row), cluster: this.#day.at(row) };
    }
  }
}

/** Latencies are taken as logarithms, because they compare as ratios. */
function measuresOf(result: SampleResult): Scores {
  return { ...scoresOf(result), [LATENCY_METRIC]: Math.log(result.latencySeconds) };
}
