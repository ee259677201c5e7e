import type { DatasetRepository } from '../../../application/ports/dataset.repository.port.js';
import type { BenchmarkDataset } from '../../../domain/dataset/benchmark-dataset.js';
import { readDataset, toDatasetDocument } from '../documents/dataset-document.mapper.js';
import { MongoBatchWriter } from './mongo-batch-writer.js';
import type { MongoConnection, MongoDocument } from './mongo-connection.js';
import { MongoReader } from './mongo-reader.js';
import { text } from './sample-stages.js';
import { toMongoDocument } from './to-mongo-document.js';

const COLLECTION = 'datasets';

/** The records of data sets in a collection. */
export class MongoDatasetRepository implements DatasetRepository {
  readonly #reader: MongoReader;
  readonly #writer: MongoBatchWriter;

  constructor(private readonly connection: MongoConnection) {
    this.#reader = new MongoReader(connection, COLLECTION);
    this.#writer = new MongoBatchWriter(connection, COLLECTION, 'name');
  }

  async find(name: string): Promise<BenchmarkDataset | undefined> {
    const [found] = await this.#reader.all([{ $match: { name: { $eq: text(name) } } }, { $unset: '_id' }]);
    return found && toDataset(found);
  }

  async list(): Promise<readonly BenchmarkDataset[]> {
    return (await this.#reader.all([{ $sort: { name: 1 } }, { $unset: '_id' }])).map(toDataset);
  }

  async save(dataset: BenchmarkDataset): Promise<void> {
    const document = toMongoDocument(toDatasetDocument(dataset));
    await this.#writer.write([{ id: text(dataset.name), document }]);
  }

  async remove(name: string): Promise<boolean> {
    const { deletedCount } = await this.connection.run(() =>
      this.connection.collection(COLLECTION).deleteMany({ name: { $eq: text(name) } }),
    );
    return deletedCount > 0;
  }
}

function toDataset(document: MongoDocument): BenchmarkDataset {
  return readDataset(document, String(document['name']));
}
