import type { JsonValue } from '../../shared/json-value.js';
import { toIso } from '../../time/instant.js';
import type { TimeWindow } from '../../time/time-window.js';
import type { ChannelCoverage, DatasetReport, RecordTotals, RejectedRecord } from './dataset-report.js';

type JsonObject = Readonly<Record<string, JsonValue>>;

/** A data set's counts as the JSON document of `channel_counts.json` and of the commands that count. */
export function reportDocument(report: DatasetReport): JsonObject {
  return {
    schema_version: 1,
    dataset: report.dataset,
    window: windowDocument(report.window),
    store: report.store,
    floor: report.floor,
    dataset_hash: report.datasetHash,
    scores_hash: report.scoresHash,
    totals: { ...totalsDocument(report.totals), rejected: report.totals.rejected },
    channels: report.channels.map(channelDocument),
    rejected: report.rejected.map(rejectedDocument),
    counts_stable: report.countsStable,
  };
}

/** A window as documents hold it. */
export function windowDocument({ start, end, days, zone }: TimeWindow): JsonObject {
  return { start: toIso(start), end: toIso(end), days, timezone: zone.name };
}

function channelDocument(channel: ChannelCoverage): JsonValue {
  return {
    channel: channel.channel,
    ...totalsDocument(channel),
    days_covered: channel.daysCovered,
    missing_days: channel.missingDays,
    below_floor: channel.belowFloor,
    content_hash: channel.contentHash,
  };
}

function totalsDocument(totals: RecordTotals): JsonObject {
  return {
    digests: totals.digests,
    review_reports: totals.reviewReports,
    imported: totals.imported,
    synthetic: totals.synthetic,
    unmarked: totals.unmarked,
    synthetic_share: syntheticShare(totals),
  };
}

/** The share of synthetic records among all; `null` where there are none. */
function syntheticShare({ digests, reviewReports, synthetic }: RecordTotals): number | null {
  const all = digests + reviewReports;
  return all === 0 ? null : synthetic / all;
}

function rejectedDocument({ id, channel, rules }: RejectedRecord): JsonValue {
  return { id, channel, rules: rules.map(({ rule, message }) => ({ rule, message })) };
}
