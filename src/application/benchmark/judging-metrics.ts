import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import type { MetricsPort } from '../ports/metrics.port.js';
import { observeJudge } from './observe-judge.js';

type Status = SampleResult['status'];

/** So many samples are counted together, because counting each would cost more than reading stored scores. */
const TOGETHER = 500;

/** Counts the samples of a run as they come out, and the requests that a judge really got. */
export class JudgingMetrics {
  readonly #counts = new Map<Status, number>();
  #waiting = 0;

  constructor(
    private readonly metrics: MetricsPort,
    private readonly scenario: string,
    private readonly judge: string,
  ) {}

  add(result: SampleResult): void {
    const { status } = result;
    observeJudge(this.metrics, this.judge, result, result.judgeSeconds);
    this.#counts.set(status, (this.#counts.get(status) ?? 0) + 1);
    this.#waiting += 1;
    if (this.#waiting >= TOGETHER) this.flush();
  }

  /** Hands on what was counted. */
  flush(): void {
    for (const [status, count] of this.#counts)
      this.metrics.increment('benchmark_samples_total', { scenario: this.scenario, status }, count);
    this.#counts.clear();
    this.#waiting = 0;
  }
}
