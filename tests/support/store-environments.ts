import { randomBytes } from 'node:crypto';

/** A way to run the built command against a store of its own. */
export interface StoreEnvironment {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  drop(): Promise<void>;
}

/** SQLite in the data folder of the command. */
export function sqliteEnvironment(): StoreEnvironment {
  return { name: 'SQLite', env: {}, drop: () => Promise.resolve() };
}

/** A database of its own on a MongoDB server. */
export function mongoEnvironment(url: string): StoreEnvironment {
  const database = `etalon_test_${randomBytes(6).toString('hex')}`;
  return {
    name: 'MongoDB',
    env: { MONGODB_URL: url, DB_NAME: database },
    drop: async () => {
      const { MongoClient } = await import('mongodb');
      const client = new MongoClient(url);
      await client.db(database).dropDatabase();
      await client.close();
    },
  };
}
