import type { DatasetRepository } from './dataset.repository.port.js';
import type { RunRepository } from './run.repository.port.js';
import type { DigestRepository, ReviewReportRepository } from './sample.repository.port.js';
import type { StoreDocuments } from './store-documents.port.js';
import type { StoreSnapshot } from './store-snapshot.port.js';
import type { StoreLock } from './store-lock.port.js';

/** An open store: everything that is kept in one database. */
export interface Store {
  readonly kind: 'sqlite' | 'mongodb';
  /** Where it is, for people: a path or a URL without credentials. */
  readonly location: string;
  readonly digests: DigestRepository;
  readonly reviewReports: ReviewReportRepository;
  readonly datasets: DatasetRepository;
  readonly runs: RunRepository;
  /** All of that as it lies there, document by document. */
  readonly documents: StoreDocuments;
  readonly lock: StoreLock;
  /** The right to go on with one benchmark run; others run beside it. */
  runLock(runId: string): StoreLock;
  /** For reading only; the caller closes it. */
  snapshot(): Promise<StoreSnapshot>;
  close(): Promise<void>;
}

/** Opens the store that the configuration names, once, when the first one asks for it. */
export interface StoreProvider {
  /** Opens for reading and writing; what is missing is created. */
  open(): Promise<Store>;
  /** Opens only what is there: `undefined` when no store exists yet, so that reading commands create nothing. */
  openExisting(): Promise<Store | undefined>;
  close(): Promise<void>;
}
