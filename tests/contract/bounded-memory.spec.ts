import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { digest } from '../support/sample-factory.js';
import { describeStores } from './describe-stores.js';

const MEBIBYTE = 1024 * 1024;
/** A megabyte each: several times what a driver may hold of one answer (16 MiB raw, as many decoded, and the next one). */
const DOCUMENTS = 192;

/** What is alive, in bytes: heap and buffers after a collection. */
function alive(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describeStores('Memory', (given) => {
  it('holds a part of a stream, however much the store holds', async () => {
    const { digests } = given.store;
    for (let number = 0; number < DOCUMENTS; number += 8) {
      const batch = Array.from({ length: 8 }, (_, index) =>
        digest(number + index, { summaryMarkdown: `${number + index} ${'x'.repeat(MEBIBYTE)}` }),
      );
      await digests.upsertMany(batch);
    }
    const before = alive();
    let [seen, most] = [0, 0];
    for await (const { summaryMarkdown } of digests.stream({}, 'channel')) {
      seen += summaryMarkdown.length > MEBIBYTE ? 1 : 0;
      if (seen % 12 === 0) most = Math.max(most, alive() - before);
    }
    expect(seen).to.equal(DOCUMENTS);
    expect(most / MEBIBYTE).to.be.below(DOCUMENTS / 2);
  });
});
