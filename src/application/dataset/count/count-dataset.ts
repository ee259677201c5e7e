import type { BenchmarkDataset } from '../../../domain/dataset/benchmark-dataset.js';
import type {
  ChannelCoverage,
  DatasetReport,
  Holding,
  RecordTotals,
} from '../../../domain/dataset/coverage/dataset-report.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import { canonicalJson } from '../../../domain/shared/canonical-json.js';
import type { TimeWindow } from '../../../domain/time/time-window.js';
import type { Hasher } from '../../ports/hasher.port.js';
import type { DayCount, SampleQuery } from '../../ports/sample.repository.port.js';
import type { Store } from '../../ports/store.port.js';
import { queryOf, windowOf } from '../dataset-window.js';
import { ChannelTally } from './channel-tally.js';
import type { SampleCheck } from './dataset-scan.js';
import { DatasetScan } from './dataset-scan.js';
import { scanSamples } from './scan-samples.js';

type Counts = Readonly<Record<SampleKind, readonly DayCount[]>>;

/**
 * Counts a data set inside the store, reads it once (hashes, rules), and counts it again. Only when both counts and the
 * reading agree is the report's `countsStable` true.
 */
export async function countDataset(
  store: Store,
  dataset: BenchmarkDataset,
  tools: { readonly hasher: Hasher; readonly check: SampleCheck },
): Promise<DatasetReport> {
  const window = windowOf(dataset);
  const query = queryOf(dataset, window);
  const first = await count(store, query, window);
  const scan = await scanSamples(store, query, new DatasetScan(tools.hasher, tools.check));
  const second = await count(store, query, window);
  const stable = canonicalJson(asJson(first)) === canonicalJson(asJson(second)) && scan.records === total(second);
  return report({ store, dataset, window, counts: second, scan, stable, hasher: tools.hasher });
}

async function count(store: Store, query: SampleQuery, window: TimeWindow): Promise<Counts> {
  return {
    digests: await store.digests.countByDay(query, window),
    review_reports: await store.reviewReports.countByDay(query, window),
  };
}

function asJson(counts: Counts): readonly (readonly (string | number)[])[] {
  const rows = (kind: SampleKind): (string | number)[][] =>
    counts[kind].map(({ channel, day, provenance, count }) => [kind, channel, day, provenance, count]);
  return [...rows('digests'), ...rows('review_reports')];
}

function total(counts: Counts): number {
  return [...counts.digests, ...counts.review_reports].reduce((sum, { count }) => sum + count, 0);
}

interface Findings {
  readonly store: Store;
  readonly dataset: BenchmarkDataset;
  readonly window: TimeWindow;
  readonly counts: Counts;
  readonly scan: DatasetScan;
  readonly stable: boolean;
  readonly hasher: Hasher;
}

// eslint-disable-next-line max-lines-per-function -- a builder: one line a field
function report(findings: Findings): DatasetReport {
  const { store, dataset, window, scan } = findings;
  const { channelHashes, ...hashes } = scan.finish();
  const channels = coverages(findings, channelHashes);
  const totals = { ...sumUp(channels), rejected: scan.rejected.length };
  const place = `${store.kind}:${store.location}`;
  const { name, floor } = dataset;
  const { rejected } = scan;
  return {
    dataset: name,
    window,
    store: place,
    floor,
    ...hashes,
    totals,
    channels,
    holdings: holdings(findings.counts),
    rejected,
    countsStable: findings.stable,
  };
}

function holdings(counts: Counts): readonly Holding[] {
  const sums = new Map<string, Holding>();
  for (const kind of ['digests', 'review_reports'] as const) {
    for (const { channel, provenance, count } of counts[kind]) {
      const key = `${kind} ${channel} ${provenance}`;
      sums.set(key, { kind, channel, provenance, count: count + (sums.get(key)?.count ?? 0) });
    }
  }
  return [...sums.values()];
}

function coverages(findings: Findings, hashes: ReadonlyMap<string, string>): readonly ChannelCoverage[] {
  const { dataset, window, counts, hasher } = findings;
  const hashOf = (channel: string): string => hashes.get(channel) ?? hasher.hash('');
  return tally(dataset, counts).map((one) => one.coverage(window, dataset.floor, hashOf(one.channel)));
}

function tally(dataset: BenchmarkDataset, counts: Counts): readonly ChannelTally[] {
  const tallies = new Map(dataset.channels.map((channel) => [channel, new ChannelTally(channel)]));
  for (const kind of ['digests', 'review_reports'] as const) {
    for (const row of counts[kind]) tallies.get(row.channel)?.add(kind, row);
  }
  return [...tallies.values()];
}

function sumUp(channels: readonly ChannelCoverage[]): RecordTotals {
  const sum = (pick: (channel: ChannelCoverage) => number): number => channels.reduce((all, one) => all + pick(one), 0);
  return {
    digests: sum((one) => one.digests),
    reviewReports: sum((one) => one.reviewReports),
    imported: sum((one) => one.imported),
    synthetic: sum((one) => one.synthetic),
    unmarked: sum((one) => one.unmarked),
  };
}
