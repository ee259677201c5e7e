import type { SampleResult } from '../../domain/benchmark/sample-result.js';

/** One result as a JSON line. */
export function resultDocument(result: SampleResult): object {
  const { sampleId, channel, day, provenance, status } = result;
  const scored = result.status === 'scored';
  return {
    ...{ sample_id: sampleId, channel, day, provenance, status },
    scores: scored ? result.scores : null,
    reason: scored ? null : result.reason,
    notes: scored ? result.notes : null,
    latency_seconds: result.latencySeconds,
  };
}

/** The columns of results as CSV: a column a metric in the place of `scores`. */
export function resultHeadings(metrics: readonly string[]): readonly string[] {
  const scores = metrics.map((name) => `scores.${name}`);
  return ['sample_id', 'channel', 'day', 'provenance', 'status', ...scores, 'reason', 'notes', 'latency_seconds'];
}

/** One result in these columns; what it does not have is empty. */
export function resultCells(result: SampleResult, metrics: readonly string[]): readonly (string | number)[] {
  const { sampleId, channel, day, provenance, status, latencySeconds } = result;
  const scored = result.status === 'scored';
  const scores = metrics.map((name) => (scored ? (result.scores[name] ?? '') : ''));
  const texts = scored ? ['', result.notes] : [result.reason, ''];
  return [sampleId, channel, day, provenance, status, ...scores, ...texts, latencySeconds];
}
