import type { Store } from '#etalon/application/ports/store.port.js';
import { stopMongoServer } from '../support/mongo-server.js';
import type { StorePlace } from '../support/store-harness.js';
import { STORE_ADAPTERS } from '../support/store-harness.js';

/** What a test of the contract has: an open store of its own, and the place it lies in. */
export interface Given {
  store: Store;
  place: StorePlace;
}

/** Runs one suite against every adapter; each test has a fresh store. An adapter without a server skips, by name. */
export function describeStores(subject: string, suite: (given: Given) => void): void {
  for (const adapter of STORE_ADAPTERS) {
    describe(`${subject} on ${adapter.name}`, () => {
      const given = {} as Given;
      let place: StorePlace | undefined;

      beforeEach(async function () {
        place = await adapter.place();
        if (place === undefined) {
          this.skip();
          return;
        }
        given.place = place;
        given.store = await place.open();
      });

      afterEach(async () => {
        await place?.dispose();
      });

      suite(given);
    });
  }
  after(stopMongoServer);
}
