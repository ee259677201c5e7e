import type { SampleKind } from '../../domain/dataset/sample.js';
import type { DatasetRepository } from './dataset.repository.port.js';
import type { DigestRepository, ReviewReportRepository, SampleQuery } from './sample.repository.port.js';

/**
 * The documents of a store for work that has to see all of them as they were at one moment: SQLite shows just that,
 * MongoDB shows them as they are and tells afterwards whether they changed.
 */
export interface StoreSnapshot {
  readonly kind: 'sqlite' | 'mongodb';
  readonly digests: DigestRepository;
  readonly reviewReports: ReviewReportRepository;
  readonly datasets: DatasetRepository;
  /** Names documents that must not change until {@link unchanged} is asked; call it before they are read. */
  watch(kind: SampleKind, query: SampleQuery): Promise<void>;
  /** Whether everything that was read since is of one moment. */
  unchanged(): Promise<boolean>;
  close(): Promise<void>;
}
