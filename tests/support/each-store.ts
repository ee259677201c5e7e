import { mongoServer } from './mongo-server.js';
import { mongoEnvironment, sqliteEnvironment, type StoreEnvironment } from './store-environments.js';

/** Describes the same behaviour of the built command on every store there is. */
export function eachStore(title: string, suite: (store: () => StoreEnvironment) => void): void {
  describe(`${title} on SQLite`, () => {
    const environment = sqliteEnvironment();
    suite(() => environment);
  });
  describe(`${title} on MongoDB`, () => {
    let environment: StoreEnvironment;
    before(async function () {
      const server = await mongoServer();
      if (server === undefined) this.skip();
      else environment = mongoEnvironment(server.url);
    });
    after(async () => {
      await (environment as StoreEnvironment | undefined)?.drop();
    });
    // A block of its own: its hooks do not run where there is no server.
    describe('over the wire', () => {
      suite(() => environment);
    });
  });
}
