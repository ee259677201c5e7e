import type { SampleQuery } from '../../../application/ports/sample.repository.port.js';
import type { StoreSnapshot } from '../../../application/ports/store-snapshot.port.js';
import type { DigestSample } from '../../../domain/dataset/digest-sample.js';
import type { ReviewReportSample } from '../../../domain/dataset/review-report-sample.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { MongoDatasetRepository } from './mongo-dataset.repository.js';
import type { MongoSampleRepository } from './mongo-sample.repository.js';

interface MongoDocuments {
  readonly digests: MongoSampleRepository<DigestSample>;
  readonly reviewReports: MongoSampleRepository<ReviewReportSample>;
  readonly datasets: MongoDatasetRepository;
}

/**
 * The documents of a server as they are. Not every server that speaks the protocol can show an earlier state, so the
 * documents that matter get a fingerprint before they are read, and another one to compare it with afterwards.
 */
export class MongoSnapshot implements StoreSnapshot {
  readonly kind = 'mongodb';
  readonly digests: MongoDocuments['digests'];
  readonly reviewReports: MongoDocuments['reviewReports'];
  readonly datasets: MongoDocuments['datasets'];
  readonly #watched: (() => Promise<boolean>)[] = [];

  constructor({ digests, reviewReports, datasets }: MongoDocuments) {
    this.digests = digests;
    this.reviewReports = reviewReports;
    this.datasets = datasets;
  }

  async watch(kind: SampleKind, query: SampleQuery): Promise<void> {
    const samples = kind === 'digests' ? this.digests : this.reviewReports;
    const fingerprint = await samples.fingerprinter(query);
    const before = await fingerprint();
    this.#watched.push(async () => (await fingerprint()) === before);
  }

  async unchanged(): Promise<boolean> {
    for (const isUnchanged of this.#watched) if (!(await isUnchanged())) return false;
    return true;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
