import { comparableContent } from '../../../domain/dataset/comparable-content.js';
import type { Sample } from '../../../domain/dataset/sample.js';
import { canonicalJson } from '../../../domain/shared/canonical-json.js';
import type { SeedSpool } from '../../ports/post-spool.port.js';
import type { SampleRepository, UpsertCounts } from '../../ports/sample.repository.port.js';
import type { HeldLock } from '../../ports/store-lock.port.js';
import type { Store } from '../../ports/store.port.js';
import type { SeededIds } from './remove-stale.js';

const BATCH = 50;

/** What writing records did to a store. */
export interface WriteCounts extends UpsertCounts {
  readonly scoresDropped: number;
  /** Records that were handed in. */
  readonly records: number;
  /** Of them the synthetic ones in whose place a real one stays. */
  readonly kept: number;
}

/** Where records go, and who is told. */
export interface RecordSink {
  readonly store: Store;
  readonly held: HeldLock;
  /** Told of the records of a batch that were inserted or updated. */
  readonly onWritten: (samples: readonly Sample[]) => void;
}

/**
 * Writes the records of a seed into a store: equal ones are left untouched, with their measured latency and their scores;
 * a synthetic record never replaces one that is not; changed ones are replaced and lose their scores.
 */
export class RecordWriter {
  readonly #counts = { inserted: 0, updated: 0, unchanged: 0, scoresDropped: 0, records: 0, kept: 0 };
  readonly #seeded = { digests: new Set<string>(), review_reports: new Set<string>() };

  constructor(private readonly sink: RecordSink) {}

  get counts(): WriteCounts {
    return this.#counts;
  }

  /** The ids of all records that were handed in. */
  get seeded(): SeededIds {
    return this.#seeded;
  }

  /** Writes everything in the spool, batch by batch, digests first. @throws STORE_LOCK_LOST, the store's errors. */
  async write(spool: SeedSpool): Promise<void> {
    const { digests, reviewReports } = this.sink.store;
    for (const batch of spool.records('digests', BATCH)) await this.#batch(digests, batch);
    for (const batch of spool.records('review_reports', BATCH)) await this.#batch(reviewReports, batch);
  }

  async #batch(repository: SampleRepository<Sample>, batch: readonly Sample[]): Promise<void> {
    await this.sink.held.assertHeld();
    for (const { kind, id } of batch) this.#seeded[kind].add(id);
    const stored = await repository.findMany(batch.map(({ id }) => id));
    const changed = batch.filter((sample) => replaces(sample, stored.get(sample.id)));
    this.#counts.unchanged += batch.length - changed.length;
    this.#counts.records += batch.length;
    this.#counts.kept += batch.filter((sample) => yields(sample, stored.get(sample.id))).length;
    if (changed.length === 0) return;
    this.#add(await repository.upsertMany(changed));
    this.#counts.scoresDropped += changed.filter(({ id }) => stored.get(id)?.judge !== undefined).length;
    this.sink.onWritten(changed);
  }

  #add({ inserted, updated, unchanged }: UpsertCounts): void {
    this.#counts.inserted += inserted;
    this.#counts.updated += updated;
    this.#counts.unchanged += unchanged;
  }
}

function replaces(sample: Sample, stored: Sample | undefined): boolean {
  if (stored === undefined) return true;
  if (yields(sample, stored)) return false;
  return canonicalJson(comparableContent(sample)) !== canonicalJson(comparableContent(stored));
}

/** What was made up never takes the place of what was not. */
function yields({ metadata }: Sample, stored: Sample | undefined): boolean {
  return metadata.provenance === 'synthetic' && stored !== undefined && stored.metadata.provenance !== 'synthetic';
}
