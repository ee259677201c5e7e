import type { AggregationCursor } from 'mongodb';
import type { MongoConnection, MongoDocument } from './mongo-connection.js';

const BATCH = 200;

/** Reads what a pipeline finds in one collection, in batches; each batch has a deadline of its own. */
export class MongoReader {
  constructor(
    private readonly connection: MongoConnection,
    private readonly collection: string,
  ) {}

  /**
   * One document after the other; the server ends a batch early when its documents are large. The next batch is on its
   * way while this one is worked on. The server's own time limit is left out on purpose: it would count all batches
   * together.
   */
  async *stream(stages: MongoDocument[], limits: { readonly maxTimeMS?: number } = {}): AsyncGenerator<MongoDocument> {
    const options = { allowDiskUse: true, batchSize: BATCH, ...limits };
    const cursor = this.connection.collection(this.collection).aggregate<MongoDocument>(stages, options);
    let more = this.#hasMore(cursor);
    try {
      while (await more) {
        const batch = cursor.readBufferedDocuments();
        more = this.#hasMore(cursor);
        yield* batch;
      }
    } finally {
      // The answer to the reader is known by now; a server that is gone forgets its cursors by itself.
      await more.catch(() => undefined);
      await this.connection.run(() => cursor.close()).catch(() => undefined);
    }
  }

  /** All of it, for answers that are small. */
  async all(stages: MongoDocument[]): Promise<readonly MongoDocument[]> {
    const documents: MongoDocument[] = [];
    const { maxTimeMS } = this.connection;
    for await (const document of this.stream(stages, { maxTimeMS })) documents.push(document);
    return documents;
  }

  #hasMore(cursor: AggregationCursor<MongoDocument>): Promise<boolean> {
    const more = this.connection.run(() => cursor.hasNext());
    // A failure is told by whoever awaits the next batch; until then it only must not count as unhandled.
    more.catch(() => undefined);
    return more;
  }
}
