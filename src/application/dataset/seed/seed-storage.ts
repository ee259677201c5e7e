import type { BenchmarkDataset } from '../../../domain/dataset/benchmark-dataset.js';
import type { DatasetReport, RejectedRecord } from '../../../domain/dataset/coverage/dataset-report.js';
import type { Sample } from '../../../domain/dataset/sample.js';
import type { SeedSpool } from '../../ports/post-spool.port.js';
import type { HeldLock } from '../../ports/store-lock.port.js';
import type { Store } from '../../ports/store.port.js';
import { countDataset } from '../count/count-dataset.js';
import { sampleCheck } from '../count/sample-check.js';
import { isSound } from '../is-sound.js';
import { withFootprint } from '../footprint.js';
import type { ImportResult } from './import-posts.js';
import { removeStale } from './remove-stale.js';
import type { SeedCommand } from './seed-command.js';
import { countSeeded, gaugeHoldings } from './seed-metrics.js';
import type { SeedOutcome } from './seed-outcome.js';
import type { SeedRunPorts } from './seed-ports.js';
import { publishSnapshot } from './seed-snapshot.js';
import { earlierWarnings, overlapWarnings, periodWarnings } from './seed-warnings.js';
import type { WriteCounts } from './write-records.js';
import { RecordWriter } from './write-records.js';

/** What is to be stored, and where. */
export interface StorageInput {
  readonly store: Store;
  readonly held: HeldLock;
  readonly imported: ImportResult;
  /** Records that the seed refused. */
  readonly rejected: readonly RejectedRecord[];
}

type Changes = WriteCounts & Pick<SeedOutcome, 'removed' | 'resumed'>;

/** The last step of a seed, under the lock of the store: write the records, count what is there, publish the snapshot. */
export class SeedStorage {
  constructor(
    private readonly ports: SeedRunPorts,
    private readonly command: SeedCommand,
    private readonly spool: SeedSpool,
  ) {}

  /** The record says `seeding` from before the first write until the snapshot is written. */
  async run(input: StorageInput): Promise<Omit<SeedOutcome, 'durationSeconds'>> {
    const { store, imported, rejected } = input;
    const previous = await store.datasets.find(this.command.name);
    const dataset = withFootprint(this.#record([...imported.audits.keys()].sort()), previous);
    await store.datasets.save(dataset);
    const changes = await this.#write(input, dataset, previous);
    const report = withRejected(await this.#count(store, dataset), rejected);
    const snapshot = await this.#complete(input, dataset, report);
    const { records, kept, ...told } = changes;
    const earlier = earlierWarnings(report, { records, kept });
    const warnings = [...(await this.#warnings(input, dataset, changes)), ...earlier];
    return { report, ...told, warnings, snapshot, ok: isSound(report) };
  }

  async #write(input: StorageInput, dataset: BenchmarkDataset, previous: Previous): Promise<Changes> {
    const { store, held } = input;
    const writer = new RecordWriter({ store, held, onWritten: this.#onWritten });
    try {
      await writer.write(this.spool);
    } catch (error) {
      if (writer.counts.inserted + writer.counts.updated === 0) await this.#restore(store, previous);
      throw error;
    }
    const removed = await removeStale(store, dataset, writer.seeded, held);
    return { ...writer.counts, removed, resumed: previous?.status === 'seeding' ? writer.counts.unchanged : 0 };
  }

  readonly #onWritten = (samples: readonly Sample[]): void => {
    countSeeded(this.ports.metrics, samples);
  };

  /** Nothing was written: the data set is what it was. The store may be what failed; then the next seed completes it. */
  async #restore(store: Store, previous: Previous): Promise<void> {
    try {
      if (previous === undefined) await store.datasets.remove(this.command.name);
      else await store.datasets.save(previous);
    } catch (error) {
      this.ports.logger.warn('the record of the data set could not be restored', { error });
    }
  }

  #count(store: Store, dataset: BenchmarkDataset): Promise<DatasetReport> {
    const check = sampleCheck(this.command.window, this.ports.textTools);
    return countDataset(store, dataset, { hasher: this.ports.hasher, check });
  }

  async #complete(input: StorageInput, dataset: BenchmarkDataset, report: DatasetReport): Promise<string> {
    const { store, held, imported } = input;
    const snapshot = await publishSnapshot(this.ports, this.command, report, [...imported.audits.values()]);
    const { datasetHash, scoresHash } = report;
    await held.assertHeld();
    await store.datasets.save({ ...dataset, status: 'complete', datasetHash, scoresHash });
    gaugeHoldings(this.ports.metrics, report);
    return snapshot;
  }

  async #warnings(input: StorageInput, dataset: BenchmarkDataset, changes: Changes): Promise<readonly string[]> {
    const changed = changes.inserted + changes.updated + changes.removed > 0;
    const overlaps = changed ? overlapWarnings(dataset, await input.store.datasets.list()) : [];
    return [...periodWarnings(this.command, input.imported), ...overlaps];
  }

  // eslint-disable-next-line max-lines-per-function -- a builder: one line a field
  #record(channels: readonly string[]): BenchmarkDataset {
    const { name, window, floor, seed } = this.command;
    const { digester, clock } = this.ports;
    return {
      name,
      origin: 'seeded',
      status: 'seeding',
      firstDay: window.first,
      lastDay: window.last,
      timezone: window.zone.name,
      channels,
      floor,
      seed,
      digester: { name: digester.name, version: digester.version },
      datasetHash: null,
      scoresHash: null,
      updatedAt: clock.now(),
    };
  }
}

type Previous = BenchmarkDataset | undefined;

function withRejected(report: DatasetReport, refused: readonly RejectedRecord[]): DatasetReport {
  const rejected = [...refused, ...report.rejected];
  return { ...report, rejected, totals: { ...report.totals, rejected: rejected.length } };
}
