import { expect } from 'chai';
import { collect, expectCode } from '../support/expect-code.js';
import { digest, digests, report } from '../support/sample-factory.js';
import { describeStores } from './describe-stores.js';

const HOSTILE = [
  '$where',
  '{"$gt": ""}',
  '__proto__',
  'constructor',
  'a.b.c',
  "'; DROP TABLE digests; --",
  'NUL \u0000 inside',
  '\uFEFF\u202E\u2028\u0007',
  '😀 ё й',
  '',
];
const MEBIBYTE = 1024 * 1024;

describeStores('Hostile values', (given) => {
  it('are kept as they are in texts', async () => {
    const samples = HOSTILE.map((text, number) =>
      digest(number, { summaryMarkdown: text, posts: [{ title: text, summary: text, text, url: text }] }),
    );
    await given.store.digests.upsertMany(samples);
    const read = await collect(given.store.digests.stream({}, 'time'));
    expect(new Map(read.map((sample) => [sample.id, sample]))).to.deep.equal(
      new Map(samples.map((sample) => [sample.id, sample])),
    );
  });

  it('are kept as they are in ids, channels and languages', async () => {
    const { reviewReports } = given.store;
    const texts = HOSTILE.filter((text) => text !== '' && !text.includes('\u0000'));
    const samples = texts.map((text, number) => report(number, { id: text, channel: text, language: text }));
    await reviewReports.upsertMany(samples);
    for (const sample of samples) {
      const query = { channels: [sample.channel], language: sample.language };
      expect(await collect(reviewReports.stream(query, 'channel'))).to.deep.equal([sample]);
    }
    expect(await reviewReports.deleteMany(texts)).to.equal(texts.length);
  });

  it('never work as operators in queries', async () => {
    const { digests: repository } = given.store;
    await repository.upsertMany(digests(3));
    for (const text of [...HOSTILE, '@channel_a\u0000', '.*']) {
      expect(await collect(repository.stream({ channels: [text] }, 'time'))).to.deep.equal([]);
      expect(await repository.span({ language: text })).to.equal(undefined);
      expect(await repository.deleteMany([text])).to.equal(0);
    }
    const operator = { $gt: '' } as unknown as string;
    const outcome = await collect(repository.stream({ channels: [operator] }, 'time')).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).to.be.instanceOf(TypeError);
    else expect(outcome).to.deep.equal([]);
  });

  it('are refused as names of flags', async () => {
    for (const name of ['$where', 'a.b', 'NUL\u0000', '__proto__', '', '\ud800']) {
      const featureFlags = Object.fromEntries([[name, true]]);
      const hostile = digest(1, { metadata: { ...digest(1).metadata, featureFlags } });
      const error = await expectCode('STORE_DOCUMENT_INVALID', given.store.digests.upsertMany([digest(0), hostile]));
      expect(error.details['id']).to.equal(hostile.id);
    }
    expect(await collect(given.store.digests.stream({}, 'time'))).to.deep.equal([]);
  });

  it('may be large, as long as a document stays under 16 MiB', async () => {
    const { digests: repository } = given.store;
    const samples = [1, 2, 3, 4].map((number) =>
      digest(number, { summaryMarkdown: 'я'.repeat(6 * MEBIBYTE) + String(number) }),
    );
    expect((await repository.upsertMany(samples)).inserted).to.equal(4);
    for await (const { summaryMarkdown } of repository.stream({}, 'time')) {
      expect(summaryMarkdown.length).to.equal(6 * MEBIBYTE + 1);
    }
  });

  it('are refused above 16 MiB, before anything is written', async () => {
    const { digests: repository } = given.store;
    const large = digest(1, { summaryMarkdown: 'я'.repeat(8 * MEBIBYTE) });
    const error = await expectCode('STORE_DOCUMENT_TOO_LARGE', repository.upsertMany([digest(0), large]));
    expect(error.details).to.include({ id: large.id, limit: 16 * MEBIBYTE });
    expect(await collect(repository.stream({}, 'time'))).to.deep.equal([]);
  });
});
