import type { ErrorCode } from '../../domain/errors/error-catalogue.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { Clock } from '../ports/clock.port.js';
import type { Hasher } from '../ports/hasher.port.js';
import type { IdGenerator } from '../ports/id-generator.port.js';
import type { ProgressReporter } from '../ports/progress.port.js';
import type { HeldLock } from '../ports/store-lock.port.js';
import type { StoreTargets } from '../ports/store-targets.port.js';
import type { Store, StoreProvider } from '../ports/store.port.js';
import { checkCollection } from './check-collection.js';
import { checkDatasets } from './check-datasets.js';
import { COPIED_COLLECTIONS } from './copied-collections.js';
import type { CopyPair } from './copy-collection.js';
import { copyCollection, refuseConflicts } from './copy-collection.js';
import type { CollectionCopy, CopyOutcome } from './copy-outcome.js';
import { withBothLocks } from './with-both-locks.js';

export interface CopyStoreCommand {
  /** A MongoDB URL or the path of an SQLite file. */
  readonly to: string;
  /** Whether documents of the target that differ are replaced. */
  readonly replace: boolean;
  /** Ends the copy after the batch at hand. */
  readonly signal?: AbortSignal;
}

export interface CopyStorePorts {
  readonly stores: StoreProvider;
  readonly targets: StoreTargets;
  readonly hasher: Hasher;
  readonly ids: IdGenerator;
  readonly clock: Clock;
  readonly progress: ProgressReporter;
}

const MS_PER_SECOND = 1000;

/**
 * Copies everything that the configured store holds into another one, under the locks of both, and compares both at the
 * end. The source is not changed. What the target holds beside it stays. A copy that was cut off is completed by the
 * same command.
 */
export class CopyStoreUseCase {
  constructor(private readonly ports: CopyStorePorts) {}

  /**
   * @throws STORE_NOT_FOUND when there is nothing to copy; STORE_COPY_SAME when the target is the source;
   *   STORE_COPY_CONFLICT when documents would be replaced and that was not asked for; STORE_LOCKED; INTERRUPTED; the
   *   errors of both stores.
   */
  async execute(command: CopyStoreCommand): Promise<CopyOutcome> {
    const begun = this.ports.clock.monotonic();
    const source = await this.ports.stores.openExisting();
    if (source === undefined) throw new EtalonError('STORE_NOT_FOUND', 'There is no store yet that could be copied.');
    const provider = this.ports.targets.at(command.to);
    try {
      const target = await openTarget(provider);
      const outcome = await withBothLocks(source, target, this.ports.ids, (held) =>
        this.#copy(source, target, held, command),
      );
      return { ...outcome, durationSeconds: (this.ports.clock.monotonic() - begun) / MS_PER_SECOND };
    } finally {
      await provider.close();
    }
  }

  async #copy(source: Store, target: Store, held: HeldLock, command: CopyStoreCommand): Promise<Copied> {
    const task = this.ports.progress.start('copy', await countAll(source));
    const pair: CopyPair = {
      ...{ source: source.documents, target: target.documents },
      ...{ assertGoing: goingOn(held, command.signal), onDocuments: task.advance.bind(task) },
    };
    try {
      if (!command.replace) for (const collection of COPIED_COLLECTIONS) await refuseConflicts(pair, collection);
      const collections: CollectionCopy[] = [];
      for (const collection of COPIED_COLLECTIONS) collections.push(await this.#collection(pair, collection));
      return await this.#outcome(source, target, collections);
    } finally {
      task.finish();
    }
  }

  async #collection(pair: CopyPair, collection: CollectionCopy['collection']): Promise<CollectionCopy> {
    const counts = await copyCollection(pair, collection);
    return { collection, ...counts, ...(await checkCollection(pair, collection, this.ports.hasher)) };
  }

  async #outcome(source: Store, target: Store, collections: readonly CollectionCopy[]): Promise<Copied> {
    const datasets = await checkDatasets(source, target, this.ports.hasher);
    const ok = collections.every(({ differences }) => differences === 0) && datasets.every(({ equal }) => equal);
    return { source: nameOf(source), target: nameOf(target), collections, datasets, ok };
  }
}

type Copied = Omit<CopyOutcome, 'durationSeconds'>;

/** A target that cannot be opened is not what the configuration names: the hint says so. */
async function openTarget(provider: StoreProvider): Promise<Store> {
  try {
    return await provider.open();
  } catch (error) {
    const hint = error instanceof EtalonError ? TARGET_HINTS[error.code] : undefined;
    if (!(error instanceof EtalonError) || hint === undefined) throw error;
    throw new EtalonError(error.code, error.message, { details: error.details, hint, cause: error.cause });
  }
}

const TARGET_HINTS: Partial<Record<ErrorCode, string>> = {
  STORE_UNAVAILABLE: 'Check that the server runs and that --to names it.',
  STORE_AUTH_FAILED:
    'Check the user name and password in --to; many servers want ?authSource=admin behind the database.',
  STORE_CORRUPT: 'Give the path of a file that is not there yet, or of a store, with --to.',
};

async function countAll(store: Store): Promise<number> {
  let sum = 0;
  for (const collection of COPIED_COLLECTIONS) sum += await store.documents.count(collection);
  return sum;
}

function nameOf({ kind, location }: Store): string {
  return `${kind}:${location}`;
}

/** Fails when the copy was interrupted or a lock is lost. */
function goingOn(held: HeldLock, signal: AbortSignal | undefined): () => Promise<void> {
  return async () => {
    if (signal?.aborted !== true) return held.assertHeld();
    throw new EtalonError('INTERRUPTED', 'The copy was interrupted.', {
      hint: 'Run the same command again: it goes on where it stopped.',
    });
  };
}
