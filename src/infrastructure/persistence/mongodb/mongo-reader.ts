import { setImmediate } from 'node:timers/promises';
import type { AggregateOptions, AggregationCursor } from 'mongodb';
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
  stream(stages: MongoDocument[], limits: { readonly maxTimeMS?: number } = {}): AsyncGenerator<MongoDocument> {
    return this.#batches<MongoDocument>(stages, limits);
  }

  /** The same documents as they came from the server, in BSON. */
  streamBytes(stages: MongoDocument[]): AsyncGenerator<Uint8Array> {
    return this.#batches<Uint8Array>(stages, { raw: true });
  }

  async *#batches<D extends object>(stages: MongoDocument[], more: AggregateOptions): AsyncGenerator<D> {
    const cursor = this.#cursor<D>(stages, more);
    let next = this.#hasMore(cursor);
    try {
      while (await next) {
        const batch = cursor.readBufferedDocuments();
        next = this.#hasMore(cursor);
        // The driver sends its question in another turn of the event loop: readers that wait for nothing leave it none.
        await setImmediate();
        yield* batch;
      }
    } finally {
      // The answer to the reader is known by now; a server that is gone forgets its cursors by itself.
      await next.catch(() => undefined);
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

  #cursor<D extends object>(stages: MongoDocument[], more: AggregateOptions): AggregationCursor<D> {
    const options = { allowDiskUse: true, batchSize: BATCH, ...more };
    return this.connection.collection(this.collection).aggregate<D>(stages, options);
  }

  #hasMore<D>(cursor: AggregationCursor<D>): Promise<boolean> {
    const more = this.connection.run(() => cursor.hasNext());
    // A failure is told by whoever awaits the next batch; until then it only must not count as unhandled.
    more.catch(() => undefined);
    return more;
  }
}
