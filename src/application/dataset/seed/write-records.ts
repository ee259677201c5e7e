import { sampleContent } from '../../../domain/dataset/sample-content.js';
import type { Sample } from '../../../domain/dataset/sample.js';
import { canonicalJson } from '../../../domain/shared/canonical-json.js';
import type { SeedSpool } from '../../ports/post-spool.port.js';
import type { SampleRepository, UpsertCounts } from '../../ports/sample.repository.port.js';
import type { HeldLock } from '../../ports/store-lock.port.js';
import type { Store } from '../../ports/store.port.js';

const BATCH = 50;

/** What writing records did to a store. */
export interface WriteCounts extends UpsertCounts {
  readonly scoresDropped: number;
}

/** Told of the records of a batch that were inserted or updated. */
export type OnWritten = (samples: readonly Sample[]) => void;

/** Where records go, and who is told. */
export interface RecordSink {
  readonly store: Store;
  readonly held: HeldLock;
  readonly onWritten: OnWritten;
}

/** Writes all records of the spool into a store, batch by batch, digests first. @throws STORE_LOCK_LOST, the store's errors. */
export async function writeRecords(spool: SeedSpool, sink: RecordSink): Promise<WriteCounts> {
  const counts = { inserted: 0, updated: 0, unchanged: 0, scoresDropped: 0 };
  await writeKind(spool.records('digests', BATCH), sink.store.digests, sink, counts);
  await writeKind(spool.records('review_reports', BATCH), sink.store.reviewReports, sink, counts);
  return counts;
}

async function writeKind(
  batches: Iterable<readonly Sample[]>,
  repository: SampleRepository<Sample>,
  { held, onWritten }: RecordSink,
  counts: Mutable<WriteCounts>,
): Promise<void> {
  for (const batch of batches) {
    await held.assertHeld();
    onWritten(await writeBatch(repository, batch, counts));
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Writes one batch of records of a kind: equal ones are left untouched, with their measured latency and their scores; a
 * synthetic record never replaces one that is not; changed ones are replaced and lose their scores.
 */
async function writeBatch(
  repository: SampleRepository<Sample>,
  batch: readonly Sample[],
  counts: Mutable<WriteCounts>,
): Promise<readonly Sample[]> {
  const stored = await repository.findMany(batch.map(({ id }) => id));
  const changed = batch.filter((sample) => replaces(sample, stored.get(sample.id)));
  counts.unchanged += batch.length - changed.length;
  counts.scoresDropped += changed.filter(({ id }) => stored.get(id)?.judge !== undefined).length;
  if (changed.length > 0) addCounts(counts, await repository.upsertMany(changed));
  return changed;
}

function addCounts(counts: Mutable<WriteCounts>, done: UpsertCounts): void {
  counts.inserted += done.inserted;
  counts.updated += done.updated;
  counts.unchanged += done.unchanged;
}

function replaces(sample: Sample, stored: Sample | undefined): boolean {
  if (stored === undefined) return true;
  if (sample.metadata.provenance === 'synthetic' && stored.metadata.provenance !== 'synthetic') return false;
  return canonicalJson(sampleContent(sample)) !== canonicalJson(sampleContent(stored));
}
