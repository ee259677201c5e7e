import type { StoreSnapshot } from '../../../application/ports/store-snapshot.port.js';
import type { DigestSample } from '../../../domain/dataset/digest-sample.js';
import type { ReviewReportSample } from '../../../domain/dataset/review-report-sample.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { openIfThere } from './open-sqlite-file.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteDatasetRepository } from './sqlite-dataset.repository.js';
import { SqliteSampleRepository } from './sqlite-sample.repository.js';

/** One read transaction on a connection of its own: what others write meanwhile is not seen, and they need not wait. */
export class SqliteSnapshot implements StoreSnapshot {
  readonly kind = 'sqlite';
  readonly digests: SqliteSampleRepository<DigestSample>;
  readonly reviewReports: SqliteSampleRepository<ReviewReportSample>;
  readonly datasets: SqliteDatasetRepository;

  private constructor(private readonly connection: SqliteConnection) {
    this.digests = new SqliteSampleRepository<DigestSample>(connection, 'digests');
    this.reviewReports = new SqliteSampleRepository<ReviewReportSample>(connection, 'review_reports');
    this.datasets = new SqliteDatasetRepository(connection);
    // The transaction begins with its first reading.
    connection.execute('BEGIN; SELECT 1 FROM datasets LIMIT 1');
  }

  /** @throws STORE_UNAVAILABLE when the file is gone, and as opening it. */
  static of({ file, timeoutMs }: SqliteConnection): SqliteSnapshot {
    const connection = openIfThere(file, timeoutMs);
    if (connection !== undefined) return new SqliteSnapshot(connection);
    throw new EtalonError('STORE_UNAVAILABLE', `${file} is there no more.`, { details: { file } });
  }

  watch(): Promise<void> {
    return Promise.resolve();
  }

  unchanged(): Promise<boolean> {
    return Promise.resolve(true);
  }

  close(): Promise<void> {
    this.connection.close();
    return Promise.resolve();
  }
}
