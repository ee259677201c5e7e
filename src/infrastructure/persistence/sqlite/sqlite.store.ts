import type { Clock } from '../../../application/ports/clock.port.js';
import type { IdGenerator } from '../../../application/ports/id-generator.port.js';
import type { StoreLock } from '../../../application/ports/store-lock.port.js';
import type { StoreSnapshot } from '../../../application/ports/store-snapshot.port.js';
import type { Store } from '../../../application/ports/store.port.js';
import type { DigestSample } from '../../../domain/dataset/digest-sample.js';
import type { ReviewReportSample } from '../../../domain/dataset/review-report-sample.js';
import { LeaseLock } from '../lock/lease-lock.js';
import { answer } from './answer.js';
import { openIfThere, openOrCreate } from './open-sqlite-file.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteDocuments } from './sqlite-documents.js';
import { SqliteDatasetRepository } from './sqlite-dataset.repository.js';
import { SqliteLockTable } from './sqlite-lock-table.js';
import { SqliteRunRepository } from './sqlite-run.repository.js';
import { SqliteSampleRepository } from './sqlite-sample.repository.js';
import { SqliteSnapshot } from './sqlite.snapshot.js';

interface SqliteStoreSettings {
  readonly file: string;
  /** How long to wait for another process that writes, in milliseconds. */
  readonly timeoutMs: number;
}

/** Everything in one SQLite file. */
export class SqliteStore implements Store {
  readonly kind = 'sqlite';
  readonly location: string;
  readonly digests: SqliteSampleRepository<DigestSample>;
  readonly reviewReports: SqliteSampleRepository<ReviewReportSample>;
  readonly datasets: SqliteDatasetRepository;
  readonly runs: SqliteRunRepository;
  readonly documents: SqliteDocuments;
  readonly lock: StoreLock;

  private constructor(
    private readonly connection: SqliteConnection,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {
    this.location = connection.file;
    this.digests = new SqliteSampleRepository<DigestSample>(connection, 'digests');
    this.reviewReports = new SqliteSampleRepository<ReviewReportSample>(connection, 'review_reports');
    this.datasets = new SqliteDatasetRepository(connection);
    this.runs = new SqliteRunRepository(connection);
    this.documents = new SqliteDocuments(connection);
    this.lock = new LeaseLock(new SqliteLockTable(connection), connection.file, clock, ids);
  }

  /**
   * Opens for reading and writing; what is missing is created.
   *
   * @throws DATA_DIR_UNUSABLE, STORE_CORRUPT, STORE_TOO_NEW, STORE_READ_ONLY, STORE_UNAVAILABLE, DISK_FULL
   */
  static open({ file, timeoutMs }: SqliteStoreSettings, clock: Clock, ids: IdGenerator): SqliteStore {
    return new SqliteStore(openOrCreate(file, timeoutMs), clock, ids);
  }

  /** Opens a store that is there; `undefined` when there is none. Fails as {@link SqliteStore.open}. */
  static openExisting(
    { file, timeoutMs }: SqliteStoreSettings,
    clock: Clock,
    ids: IdGenerator,
  ): SqliteStore | undefined {
    const connection = openIfThere(file, timeoutMs);
    return connection && new SqliteStore(connection, clock, ids);
  }

  runLock(runId: string): StoreLock {
    const table = new SqliteLockTable(this.connection, `run:${runId}`);
    return new LeaseLock(table, this.location, this.clock, this.ids);
  }

  snapshot(): Promise<StoreSnapshot> {
    return answer(() => SqliteSnapshot.of(this.connection));
  }

  close(): Promise<void> {
    this.connection.close();
    return Promise.resolve();
  }
}
