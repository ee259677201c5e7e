import { expect } from 'chai';

import { ConfiguredStoreTargets } from '#etalon/infrastructure/persistence/configured-store-targets.js';
import { expectCode } from '../../../support/expect-code.js';
import { TEST_IDS, TestClock } from '../../../support/test-clock.js';

const targets = new ConfiguredStoreTargets({ dbName: 'butler', timeoutMs: 1000 }, new TestClock(), TEST_IDS);

describe('ConfiguredStoreTargets', () => {
  for (const address of ['mongodb:/user:secret@host/name', 'mongodb:///name', 'postgres://user:secret@host', 'HTTP:x'])
    it(`takes ${address} for no path, and shows no password`, async () => {
      const error = await expectCode('USAGE', () => targets.at(address));
      expect(JSON.stringify([error.message, error.hint, error.details])).not.to.include('secret');
    });

  it('takes paths and URLs', () => {
    for (const address of ['butler.db', './a:b.db', 'C/x.db', 'mongodb://127.0.0.1:1/name'])
      expect(targets.at(address)).to.have.property('open');
  });
});
