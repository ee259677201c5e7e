import { expect } from 'chai';
import type { StoreSnapshot } from '#etalon/application/ports/store-snapshot.port.js';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { collect } from '../support/expect-code.js';
import { digest, digests, report } from '../support/sample-factory.js';
import { JUDGE } from '../support/samples.js';
import { describeStores } from './describe-stores.js';

/** Changes of one document that a sum of sizes or dates would not see. */
const EDITS: Readonly<Record<string, Partial<DigestSample>>> = {
  'a text of the same length': { summaryMarkdown: digest(3).summaryMarkdown.replace('а', 'о') },
  'a fraction': { latencySeconds: digest(3).latencySeconds + 0.001 },
  'a score': { judge: { ...JUDGE, scores: { ...JUDGE.scores, coverage: 0.91 } } },
};

describeStores('A snapshot', (given) => {
  /** Sees what was there, or tells that it changed. */
  const holds = async (snapshot: StoreSnapshot, before: readonly DigestSample[]): Promise<void> => {
    const read = await collect(snapshot.digests.stream({}, 'time'));
    const unchanged = await snapshot.unchanged();
    if (unchanged) expect(read).to.deep.equal(before);
    expect(unchanged).to.equal(given.store.kind === 'sqlite');
    await snapshot.close();
  };
  const start = async (): Promise<{ snapshot: StoreSnapshot; before: readonly DigestSample[] }> => {
    await given.store.digests.upsertMany([...digests(7), digest(3, { judge: JUDGE })]);
    await given.store.reviewReports.upsertMany([report(1)]);
    const snapshot = await given.store.snapshot();
    await snapshot.watch('digests', {});
    return { snapshot, before: await collect(given.store.digests.stream({}, 'time')) };
  };

  it('is the store as it is as long as nobody writes to what is watched', async () => {
    const { snapshot, before } = await start();
    await given.store.reviewReports.upsertMany([report(2)]);
    expect(await collect(snapshot.digests.stream({}, 'time'))).to.deep.equal(before);
    expect(await snapshot.unchanged()).to.equal(true);
    await snapshot.close();
  });

  for (const [name, changes] of Object.entries(EDITS)) {
    it(`shows one moment, or tells of the edit of ${name}`, async () => {
      const { snapshot, before } = await start();
      await given.store.digests.upsertMany([digest(3, { judge: JUDGE, ...changes })]);
      await holds(snapshot, before);
    });
  }

  it('shows one moment, or tells of a new document and of one that went', async () => {
    const { snapshot, before } = await start();
    await given.store.digests.upsertMany([digest(100)]);
    await holds(snapshot, before);
    const later = await given.store.snapshot();
    await later.watch('digests', {});
    const now = await collect(given.store.digests.stream({}, 'time'));
    await given.store.digests.deleteMany([digest(0).id]);
    await holds(later, now);
  });

  it('lets others write while it is open, and shows the latest to the next one', async () => {
    const { snapshot } = await start();
    await given.store.digests.upsertMany(digests(3, 50));
    await snapshot.close();
    const next = await given.store.snapshot();
    expect(await collect(next.digests.stream({}, 'time'))).to.have.length(10);
    expect(await next.datasets.list()).to.deep.equal([]);
    await next.close();
  });
});
