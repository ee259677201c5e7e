import type { MetricBets, PairedStopRule, StopDecision } from '../../statistics/sequential/paired-stop.js';
import { NO_BETS, observeDifference, stopDecision } from '../../statistics/sequential/paired-stop.js';
import { LATENCY_METRIC } from '../latency-metric.js';
import type { Scores } from '../score-columns.js';
import type { ComparedMetric } from './compared-metric.js';

/** The scores of one sample in two runs; none where a run did not score it. */
export interface ScoredPair {
  readonly before: Scores;
  readonly now: Scores;
  readonly day: string;
}

/** What early stopping has seen of one metric. */
export interface ObservedMetric {
  readonly name: string;
  readonly bets: MetricBets;
  /** Samples with a score in both runs. */
  readonly n: number;
  /** Days that they are from. */
  readonly days: ReadonlySet<string>;
  /** Σ (candidate − baseline), positive is better. */
  readonly sum: number;
}

const NOTHING_SEEN = { bets: NO_BETS, n: 0, sum: 0, days: new Set<string>() };
/** The share of pairs with a score in both runs below which nothing is decided early. */
const FEWEST_SCORED = 0.9;

/**
 * Decides as early as is valid whether a run is worse than its baseline, from pairs that come in a seeded random order
 * without replacement. The claim is about the score that the whole run would have. Only scores take part: latencies are
 * in the data set and cost no call.
 *
 * A pair that lacks a score in one run bets nothing, and while more than a tenth of the pairs lack one, nothing is
 * decided: a failure of the judge must not end a run well.
 */
export class EarlyStopping {
  readonly #metrics: readonly ComparedMetric[];
  #observed: readonly ObservedMetric[];
  #pairs = 0;

  constructor(
    metrics: readonly ComparedMetric[],
    private readonly rule: PairedStopRule,
  ) {
    this.#metrics = metrics.filter(({ name }) => name !== LATENCY_METRIC);
    this.#observed = this.#metrics.map(({ name }) => ({ name, ...NOTHING_SEEN }));
  }

  /** Takes in the next pair, and says what the pairs so far decide. */
  observe(pair: ScoredPair): StopDecision {
    this.#pairs += 1;
    this.#observed = this.#observed.map((seen, index) => this.#after(seen, pair, this.#metrics[index]));
    const scored = Math.min(Infinity, ...this.#observed.map(({ n }) => n));
    if (scored < FEWEST_SCORED * this.#pairs) return 'go on';
    return stopDecision(
      this.#observed.map(({ bets }) => bets),
      this.rule.alpha,
    );
  }

  /** Pairs taken in so far. */
  get pairs(): number {
    return this.#pairs;
  }

  get observed(): readonly ObservedMetric[] {
    return this.#observed;
  }

  #after(seen: ObservedMetric, { before, now, day }: ScoredPair, metric: ComparedMetric | undefined): ObservedMetric {
    const [was, is] = [before[seen.name], now[seen.name]];
    if (metric === undefined || was === undefined || is === undefined) return seen;
    const difference = metric.direction === 'higher' ? is - was : was - is;
    const bets = observeDifference(seen.bets, difference, this.rule);
    const days = seen.days.has(day) ? seen.days : new Set([...seen.days, day]);
    return { ...seen, bets, days, n: seen.n + 1, sum: seen.sum + difference };
  }
}
