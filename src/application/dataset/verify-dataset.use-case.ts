import type { DatasetReport } from '../../domain/dataset/coverage/dataset-report.js';
import type { Hasher } from '../ports/hasher.port.js';
import type { StoreProvider } from '../ports/store.port.js';
import type { TextTools } from '../ports/text-tools.port.js';
import { countDataset } from './count/count-dataset.js';
import { sampleCheck } from './count/sample-check.js';
import { isSound } from './is-sound.js';
import { windowOf } from './dataset-window.js';
import { openDataset } from './open-dataset.js';

/** What a verification found. */
export interface Verification {
  readonly report: DatasetReport;
  /** True when the documents are no longer those that were seeded or adopted. */
  readonly drifted: boolean;
  /** True when a seed of this data set was interrupted and has not been completed. */
  readonly interrupted: boolean;
  /** True when nothing is wrong: no channel below the floor, no broken rule, stable counts, no drift, complete. */
  readonly ok: boolean;
}

/** Counts and validates a data set again, writing nothing. */
export class VerifyDatasetUseCase {
  constructor(
    private readonly ports: {
      readonly stores: StoreProvider;
      readonly hasher: Hasher;
      readonly textTools: TextTools;
    },
  ) {}

  /** @throws DATASET_NOT_FOUND, and the errors of the store. */
  async execute(command: { readonly name: string }): Promise<Verification> {
    const { store, dataset } = await openDataset(this.ports.stores, command.name);
    const check = sampleCheck(windowOf(dataset), this.ports.textTools);
    const report = await countDataset(store, dataset, { hasher: this.ports.hasher, check });
    const drifted = dataset.datasetHash !== null && dataset.datasetHash !== report.datasetHash;
    const interrupted = dataset.status === 'seeding';
    return { report, drifted, interrupted, ok: !drifted && !interrupted && isSound(report) };
  }
}
