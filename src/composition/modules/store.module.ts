import { join } from 'node:path';
import { ContainerModule } from 'inversify';
import { ConfiguredStoreProvider } from '../../infrastructure/persistence/configured-store-provider.js';
import { TOKENS } from '../tokens.js';

/** The store that the settings name; its driver is loaded when the store is opened. */
export const storeModule = new ContainerModule(({ bind }) => {
  bind(TOKENS.mongoClient).toConstantValue(null);
  bind(TOKENS.stores)
    .toResolvedValue(
      ({ store, dataDir }, mongoClient, clock, ids, shutdown) => {
        const { mongodbUrl, dbName, timeoutMs } = store;
        const place = { dbName, timeoutMs, sqliteFile: join(dataDir, 'etalon.db') };
        const server = mongodbUrl === null ? {} : { mongodbUrl };
        const client = mongoClient === null ? {} : { mongoClient };
        const provider = new ConfiguredStoreProvider({ ...place, ...server, ...client }, clock, ids);
        shutdown.register('close', 'store', () => provider.close());
        return provider;
      },
      [TOKENS.settings, TOKENS.mongoClient, TOKENS.clock, TOKENS.ids, TOKENS.shutdown],
    )
    .inSingletonScope();
});
