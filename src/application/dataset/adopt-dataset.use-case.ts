import type { BenchmarkDataset } from '../../domain/dataset/benchmark-dataset.js';
import type { Channel } from '../../domain/dataset/channel.js';
import type { DatasetReport } from '../../domain/dataset/coverage/dataset-report.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { TimeWindow } from '../../domain/time/time-window.js';
import type { Clock } from '../ports/clock.port.js';
import type { Hasher } from '../ports/hasher.port.js';
import type { HeldLock } from '../ports/store-lock.port.js';
import type { Store, StoreProvider } from '../ports/store.port.js';
import type { TextTools } from '../ports/text-tools.port.js';
import { countDataset } from './count/count-dataset.js';
import { sampleCheck } from './count/sample-check.js';
import { windowOf } from './dataset-window.js';

export interface AdoptCommand {
  readonly name: string;
  readonly window: TimeWindow;
  readonly floor: number;
  /** The channels to take; empty for all that have documents in the window. */
  readonly channels: readonly Channel[];
}

/** Records documents that a store already holds as a data set; the documents themselves are not touched. */
export class AdoptDatasetUseCase {
  constructor(
    private readonly ports: {
      readonly stores: StoreProvider;
      readonly hasher: Hasher;
      readonly textTools: TextTools;
      readonly clock: Clock;
    },
  ) {}

  /**
   * @throws DATASET_EMPTY when no document falls into the window; DATASET_EXISTS when a seeded data set has the name;
   *   STORE_LOCKED, and the errors of the store.
   */
  async execute(command: AdoptCommand): Promise<DatasetReport> {
    const store = await this.ports.stores.openExisting();
    const channels = store === undefined ? [] : await channelsWithDocuments(store, command);
    if (store === undefined || channels.length === 0) throw nothingToAdopt(command);
    return store.lock.hold('adopt', async (held) => {
      refuseSeeded(await store.datasets.find(command.name));
      return this.#adopt(store, this.#record(command, channels), held);
    });
  }

  async #adopt(store: Store, dataset: BenchmarkDataset, held: HeldLock): Promise<DatasetReport> {
    const { hasher, textTools } = this.ports;
    const check = sampleCheck(windowOf(dataset), textTools);
    const report = await countDataset(store, dataset, { hasher, check });
    await held.assertHeld();
    await store.datasets.save({ ...dataset, datasetHash: report.datasetHash, scoresHash: report.scoresHash });
    return report;
  }

  // eslint-disable-next-line max-lines-per-function -- a builder: one line a field
  #record({ name, window, floor }: AdoptCommand, channels: readonly string[]): BenchmarkDataset {
    return {
      name,
      origin: 'adopted',
      status: 'complete',
      firstDay: window.first,
      lastDay: window.last,
      timezone: window.zone.name,
      channels,
      floor,
      seed: 0,
      digester: { name: 'unknown', version: 'unknown' },
      datasetHash: null,
      scoresHash: null,
      updatedAt: this.ports.clock.now(),
    };
  }
}

/** The record of a seeded data set says which documents are its own: it must not get lost. */
function refuseSeeded(known: BenchmarkDataset | undefined): void {
  if (known?.origin !== 'seeded') return;
  throw new EtalonError('DATASET_EXISTS', `A seed made the data set "${known.name}"`, {
    details: { name: known.name },
  });
}

/** The channels that have documents of either kind in the window. @throws DATASET_CHANNEL_UNKNOWN */
async function channelsWithDocuments(store: Store, { window, channels }: AdoptCommand): Promise<readonly string[]> {
  const query = { from: window.start, to: window.end };
  const digests = await store.digests.countByDay(query, window);
  const reviews = await store.reviewReports.countByDay(query, window);
  const found = [...new Set([...digests, ...reviews].map(({ channel }) => channel))].sort();
  const missing = channels.filter((channel) => !found.includes(channel));
  if (found.length > 0 && missing.length > 0) throw unknownChannels(missing, found);
  return channels.length === 0 ? found : found.filter((channel) => channels.some((wanted) => wanted === channel));
}

function unknownChannels(missing: readonly string[], found: readonly string[]): EtalonError {
  const message = `No document of ${missing.join(', ')} lies in the window; there are documents of ${found.join(', ')}`;
  return new EtalonError('DATASET_CHANNEL_UNKNOWN', message, { details: { missing, found } });
}

function nothingToAdopt({ name, window }: AdoptCommand): EtalonError {
  return new EtalonError(
    'DATASET_EMPTY',
    `No document lies between ${window.first} and ${window.last}: nothing to adopt as "${name}"`,
    {
      details: { name, first: window.first, last: window.last, timezone: window.zone.name },
      hint: 'Choose --window-end and --days so that the window holds documents.',
    },
  );
}
