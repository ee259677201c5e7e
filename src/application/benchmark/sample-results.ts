import type { RunBudget } from '../../domain/benchmark/benchmark-run.js';
import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import { addUsage } from '../../domain/benchmark/judge-usage.js';
import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import type { JudgedSample, PlacedSample } from '../ports/judge-pool.port.js';

/** What a result takes besides the sample: whose days count, and what asking about it cost earlier. */
export interface ResultContext {
  readonly zone: TimeZone;
  readonly spent: JudgeUsage;
}

/** The result of a sample that was judged. */
export function resultOf({ sample, judgement, seconds }: JudgedSample, { zone, spent }: ResultContext): SampleResult {
  return {
    ...identityOf(sample, zone),
    ...judgement,
    usage: addUsage(spent, judgement.usage),
    judgeSeconds: seconds,
  };
}

/** The result of a sample for which the budget did not suffice. */
export function turnedAway(sample: PlacedSample, budget: RunBudget, { zone, spent }: ResultContext): SampleResult {
  const { calls, tokens } = budget;
  const bounds = [calls === null ? [] : `${calls} calls`, tokens === null ? [] : `${tokens} tokens`].flat();
  const reason = `the budget of ${bounds.join(' and ')} was used up`;
  return { ...identityOf(sample, zone), status: 'unscored', reason, usage: spent, judgeSeconds: 0 };
}

function identityOf({ position, record }: PlacedSample, zone: TimeZone) {
  return {
    position,
    sampleId: record.sampleId,
    channel: record.channel,
    day: zone.dayOf(record.timestamp),
    provenance: record.metadata.provenance,
    latencySeconds: record.latencySeconds,
  };
}
