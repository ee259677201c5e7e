import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import type { MetricsPort } from '../ports/metrics.port.js';
import type { Judgement } from '../ports/judge.port.js';

/** What a judge was asked and said, as far as its metrics go. */
interface Answered {
  readonly status: Judgement['status'];
  readonly usage: JudgeUsage;
}

/** Counts a request that a judge really got, and how long it took; what was given up is no answer, and no request is none. */
export function observeJudge(metrics: MetricsPort, judge: string, { status, usage }: Answered, seconds: number): void {
  if (status === 'given_up' || usage.calls + usage.cacheHits === 0) return;
  const labels = { judge, status };
  metrics.increment('judge_requests_total', labels);
  metrics.observe('judge_request_duration_seconds', labels, seconds);
}
