import type { Clock } from '../../../application/ports/clock.port.js';
import type { IdGenerator } from '../../../application/ports/id-generator.port.js';
import type { StoreLock } from '../../../application/ports/store-lock.port.js';
import type { StoreSnapshot } from '../../../application/ports/store-snapshot.port.js';
import type { Store } from '../../../application/ports/store.port.js';
import type { DigestSample } from '../../../domain/dataset/digest-sample.js';
import type { ReviewReportSample } from '../../../domain/dataset/review-report-sample.js';
import { LeaseLock } from '../lock/lease-lock.js';
import { COLLECTIONS, ensureIndexes } from './indexes.js';
import type { MongoStoreSettings } from './mongo-connection.js';
import { MongoConnection } from './mongo-connection.js';
import { MongoDocuments } from './mongo-documents.js';
import { MongoDatasetRepository } from './mongo-dataset.repository.js';
import { MongoLockTable } from './mongo-lock-table.js';
import { MongoRunRepository } from './mongo-run.repository.js';
import { MongoSampleRepository } from './mongo-sample.repository.js';
import { MongoSnapshot } from './mongo.snapshot.js';
import { checkVersion, writeVersion } from './store-version.js';

/** Everything in one database of a MongoDB server, or of one that speaks its protocol. */
export class MongoStore implements Store {
  readonly kind = 'mongodb';
  readonly location: string;
  readonly digests: MongoSampleRepository<DigestSample>;
  readonly reviewReports: MongoSampleRepository<ReviewReportSample>;
  readonly datasets: MongoDatasetRepository;
  readonly runs: MongoRunRepository;
  readonly documents: MongoDocuments;
  readonly lock: StoreLock;

  private constructor(
    private readonly connection: MongoConnection,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {
    this.location = connection.location;
    this.digests = new MongoSampleRepository<DigestSample>(connection, 'digests');
    this.reviewReports = new MongoSampleRepository<ReviewReportSample>(connection, 'review_reports');
    this.datasets = new MongoDatasetRepository(connection);
    this.runs = new MongoRunRepository(connection);
    this.documents = new MongoDocuments(connection);
    this.lock = new LeaseLock(new MongoLockTable(connection), connection.location, clock, ids);
  }

  /**
   * Opens for reading and writing; indexes that are missing are made.
   *
   * @throws STORE_UNAVAILABLE, STORE_AUTH_FAILED, STORE_READ_ONLY, STORE_TOO_NEW, CONFIG_INVALID
   */
  static async open(settings: MongoStoreSettings, clock: Clock, ids: IdGenerator): Promise<MongoStore> {
    const connection = MongoConnection.of(settings);
    return closingOnFailure(connection, async () => {
      await checkVersion(connection);
      await ensureIndexes(connection);
      await writeVersion(connection);
      return new MongoStore(connection, clock, ids);
    });
  }

  /** Opens a database that has one of our collections and changes nothing; `undefined` when it has none. */
  static async openExisting(
    settings: MongoStoreSettings,
    clock: Clock,
    ids: IdGenerator,
  ): Promise<MongoStore | undefined> {
    const connection = MongoConnection.of(settings);
    return closingOnFailure(connection, async () => {
      const found = await connection.run((db) => db.listCollections({}, { nameOnly: true }).toArray());
      const isThere = found.some(({ name }) => COLLECTIONS.includes(name));
      if (isThere) await checkVersion(connection);
      else await connection.close();
      return isThere ? new MongoStore(connection, clock, ids) : undefined;
    });
  }

  runLock(runId: string): StoreLock {
    const table = new MongoLockTable(this.connection, `lock:run:${runId}`);
    return new LeaseLock(table, this.location, this.clock, this.ids);
  }

  snapshot(): Promise<StoreSnapshot> {
    return Promise.resolve(new MongoSnapshot(this));
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}

async function closingOnFailure<T>(connection: MongoConnection, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await connection.close();
    throw error;
  }
}
