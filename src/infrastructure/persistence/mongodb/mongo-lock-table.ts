import type { Collection } from 'mongodb';
import { MongoServerError } from 'mongodb';
import type { Instant } from '../../../domain/time/instant.js';
import type { LockRecord } from '../lock/lock-record.js';
import type { LockTable } from '../lock/lock-table.js';
import { META_COLLECTION } from './store-version.js';
import type { MongoConnection, MongoDocument } from './mongo-connection.js';

const DUPLICATE_KEY = 11_000;

/** A lock of a store in one document; each change is one conditional write. */
export class MongoLockTable implements LockTable {
  /** @param name which lock it is: of the whole store, or of something in it. */
  constructor(
    private readonly connection: MongoConnection,
    private readonly name = 'lock',
  ) {}

  async read(): Promise<LockRecord | undefined> {
    const { maxTimeMS } = this.connection;
    const found = await this.#on((collection) => collection.findOne({ _id: this.name }, { maxTimeMS }));
    return found === null ? undefined : (found['record'] as LockRecord);
  }

  insert(record: LockRecord): Promise<boolean> {
    return this.#on(async (collection) => {
      try {
        await collection.insertOne({ _id: this.name, record });
        return true;
      } catch (error) {
        if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return false;
        throw error;
      }
    });
  }

  replace(seen: LockRecord, record: LockRecord): Promise<boolean> {
    return this.#update({ 'record.owner': seen.owner, 'record.expiresAt': seen.expiresAt }, { record });
  }

  renew(owner: string, expiresAt: Instant): Promise<boolean> {
    return this.#update({ 'record.owner': owner }, { 'record.expiresAt': expiresAt });
  }

  async release(owner: string): Promise<void> {
    await this.#on((collection) => collection.deleteOne({ _id: this.name, 'record.owner': owner }));
  }

  async #update(condition: MongoDocument, change: MongoDocument): Promise<boolean> {
    const { matchedCount } = await this.#on((collection) =>
      collection.updateOne({ _id: this.name, ...condition }, { $set: change }),
    );
    return matchedCount > 0;
  }

  #on<T>(work: (collection: Collection<MongoDocument>) => Promise<T>): Promise<T> {
    return this.connection.run(() => work(this.connection.collection(META_COLLECTION)));
  }
}
