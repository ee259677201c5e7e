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

/** The result of a sample that was judged; none of one that was given up. */
export function resultOf(
  { sample, judgement, seconds }: JudgedSample,
  { zone, spent }: ResultContext,
): SampleResult | undefined {
  if (judgement.status === 'given_up') return undefined;
  const cost = { usage: addUsage(spent, judgement.usage), judgeSeconds: seconds };
  const identity = identityOf(sample, zone);
  const { status } = judgement;
  if (status === 'unscored') return { ...identity, status, reason: judgement.reason, ...cost };
  if (status === 'error') return { ...identity, status, fault: judgement.fault, reason: judgement.reason, ...cost };
  const { usage, judgeSeconds } = cost;
  const { scores, notes, spread } = judgement;
  // Written out, because there may be a million of them: putting objects together costs many times as much.
  if (spread === undefined) return { ...identity, status, scores, notes, usage, judgeSeconds };
  return { ...identity, status, scores, spread, notes, usage, judgeSeconds };
}

/** The result of a sample for which the budget did not suffice. */
export function turnedAway(sample: PlacedSample, budget: RunBudget, { zone, spent }: ResultContext): SampleResult {
  const reason = budgetUsedUp(budget);
  return { ...identityOf(sample, zone), status: 'unscored', turnedAway: true, reason, usage: spent, judgeSeconds: 0 };
}

/** Why a sample was not judged for which a budget did not suffice. */
export function budgetUsedUp({ calls, tokens }: RunBudget): string {
  const bounds = [calls === null ? [] : `${calls} calls`, tokens === null ? [] : `${tokens} tokens`].flat();
  return `the budget of ${bounds.join(' and ')} was used up`;
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
