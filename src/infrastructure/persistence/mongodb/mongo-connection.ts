import type { Collection, Db, MongoClientOptions, ObjectId } from 'mongodb';
import { MongoClient } from 'mongodb';
import { beforeDeadline } from './before-deadline.js';
import { mongoFailure } from './mongo-failure.js';
import { locationOf, redactorOf } from './mongo-location.js';
import { mongoUrlFault } from './mongo-url-fault.js';

/** A document as the driver gives it. Our own have their record's id as `_id`, a team's whatever it gave them. */
export interface MongoDocument {
  _id?: string | ObjectId;
  [name: string]: unknown;
}

export interface MongoStoreSettings {
  /** Where the server is; may hold credentials. Left out when `client` is there. */
  readonly url?: string;
  /** Where the URL was given, for messages about it; the variable MONGODB_URL unless said otherwise. */
  readonly urlSetting?: string;
  /** A client of an embedding application, which stays open when the store is closed. */
  readonly client?: MongoClient;
  readonly dbName: string;
  /** How long the server may take to answer, in milliseconds. */
  readonly timeoutMs: number;
}

/** The driver waits a little less long than we do, because it knows better why nothing came. */
const GRACE_MS = 250;
const CLOSE_MS = 2_000;

/** One database of a server: every operation has a deadline, every failure a code, no text a secret. */
export class MongoConnection {
  readonly location: string;
  readonly #db: Db;
  readonly #redact: (text: string) => string;

  private constructor(
    private readonly client: MongoClient,
    private readonly isOurs: boolean,
    private readonly settings: MongoStoreSettings,
  ) {
    this.location = locationOf(client, settings.dbName);
    this.#redact = redactorOf(client);
    this.#db = client.db(settings.dbName, { writeConcern: { w: 'majority' }, readPreference: 'primary' });
  }

  /**
   * Makes a connection; the server is asked for nothing yet.
   *
   * @throws CONFIG_INVALID when the URL is none
   */
  static of(settings: MongoStoreSettings): MongoConnection {
    const { client } = settings;
    return new MongoConnection(client ?? newClient(settings), client === undefined, settings);
  }

  collection(name: string): Collection<MongoDocument> {
    return this.#db.collection<MongoDocument>(name);
  }

  /** Limits the time that the server itself spends on a read, in milliseconds. */
  get maxTimeMS(): number {
    return this.settings.timeoutMs;
  }

  /** @throws STORE_UNAVAILABLE, STORE_AUTH_FAILED, STORE_READ_ONLY */
  async run<T>(work: (db: Db) => Promise<T>): Promise<T> {
    try {
      return await beforeDeadline(work(this.#db), this.settings.timeoutMs + GRACE_MS, this.location);
    } catch (error) {
      throw mongoFailure(error, this.location, this.#redact);
    }
  }

  /** Closes the client unless it was handed in; a server that does not answer is not waited for. */
  async close(): Promise<void> {
    if (!this.isOurs) return;
    await beforeDeadline(this.client.close(), CLOSE_MS, this.location).catch(() => undefined);
  }
}

function clientOptions(timeoutMs: number): MongoClientOptions {
  return {
    appName: 'etalon',
    serverSelectionTimeoutMS: timeoutMs,
    connectTimeoutMS: timeoutMs,
    socketTimeoutMS: timeoutMs,
    waitQueueTimeoutMS: timeoutMs,
    retryReads: true,
    retryWrites: true,
  };
}

function newClient({ url = '', timeoutMs, urlSetting }: MongoStoreSettings): MongoClient {
  try {
    return new MongoClient(url, clientOptions(timeoutMs));
  } catch (error) {
    throw mongoUrlFault(url, error, urlSetting);
  }
}
