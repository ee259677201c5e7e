import { createHash } from 'node:crypto';
import { BSON, MongoClient } from 'mongodb';
import { expect } from 'chai';
import type { StoredDocument } from '#etalon/application/ports/store-documents.port.js';
import { collect, expectCode } from '../support/expect-code.js';
import { digests, report } from '../support/sample-factory.js';
import { describeStores } from './describe-stores.js';

const MOMENT = '2024-05-05T12:00:00.000Z';

function legacy(id: string): StoredDocument {
  return {
    _id: { $oid: createHash('sha256').update(id).digest('hex').slice(0, 24) },
    digest_id: id,
    channel: '@team',
    created_at: MOMENT,
    items: [{ content: 'Первый', date: { $date: MOMENT } }],
    metrics: { latency_seconds: 3 },
    own: {
      big: { $numberLong: '9223372036854775807' },
      exact: { $numberDecimal: '1.50' },
      none: { $numberDouble: 'NaN' },
      zero: { $numberDouble: '-0.0' },
      bytes: { $binary: { base64: 'AAEC', subType: '00' } },
      uuid: { $binary: { base64: 'yO2rw/c4TKO2jauSqRR4ow==', subType: '04' } },
      old: { $date: { $numberLong: '-1' } },
      text: 'NUL \0 and 😀',
      list: [null, true, { a: [] }],
    },
  };
}

describeStores('Documents as they lie in a store', (given) => {
  const put = (...ids: string[]): Promise<void> =>
    given.store.documents.putMany(
      'digests',
      ids.map((id) => ({ id, document: legacy(id) })),
    );

  it('come back as they went in, with what the product does not know', async () => {
    const { documents, digests: repository } = given.store;
    await put('d1');
    expect(await collect(documents.stream('digests'))).to.deep.equal([{ id: 'd1', document: legacy('d1') }]);
    expect([...(await documents.findMany('digests', ['d0', 'd1']))]).to.deep.equal([['d1', legacy('d1')]]);
    const [read] = await collect(repository.stream({}, 'channel'));
    expect([read?.channel, read?.latencySeconds, read?.posts]).to.deep.equal([
      '@team',
      3,
      [{ title: '', summary: '', text: 'Первый', date: Date.parse(MOMENT) }],
    ]);
  });

  it('are replaced by id and counted', async () => {
    const { documents } = given.store;
    await put('d1', 'd2');
    const changed = { ...legacy('d1'), own: 'changed' };
    await documents.putMany('digests', [{ id: 'd1', document: changed }]);
    expect(await documents.count('digests')).to.equal(2);
    expect((await documents.findMany('digests', ['d1'])).get('d1')).to.deep.equal(changed);
  });

  it('come by the bytes of their ids, page after page', async () => {
    const ids = ['a', 'B', 'a b', 'ab', 'я', '\uFFFD', '😀', ...Array.from({ length: 600 }, (_, n) => `n${n}`)];
    await put(...ids);
    const read = (await collect(given.store.documents.stream('digests'))).map(({ id }) => id);
    const sorted = ids.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(read).to.deep.equal(sorted);
  });

  it('are those that the repositories write, and are left alone by them', async () => {
    const { documents, digests: repository, reviewReports } = given.store;
    const samples = digests(3);
    await repository.upsertMany(samples);
    await reviewReports.upsertMany([report(1)]);
    const records = await collect(documents.stream('digests'));
    expect(records.map(({ id }) => id)).to.deep.equal(samples.map(({ id }) => id).sort());
    expect(records.map(({ document }) => document['_id'])).to.deep.equal([undefined, undefined, undefined]);
    expect(records[0]?.document['created_at']).to.match(/^2024-.*Z$/);
    await documents.putMany('digests', records);
    expect(await repository.upsertMany(samples)).to.deep.equal({ inserted: 0, updated: 0, unchanged: 3 });
    expect(await documents.count('review_reports')).to.equal(1);
    expect(await documents.count('benchmark_runs')).to.equal(0);
  });

  it('are refused when they are too large, and nothing of the batch is written', async () => {
    const large = { ...legacy('d2'), own: 'x'.repeat(17_000_000) };
    const batch = [
      { id: 'd1', document: legacy('d1') },
      { id: 'd2', document: large },
    ];
    const error = await expectCode('STORE_DOCUMENT_TOO_LARGE', given.store.documents.putMany('digests', batch));
    expect(error.details['id']).to.equal('d2');
    expect(await given.store.documents.count('digests')).to.equal(0);
  });
});

describe('Documents of a MongoDB that others write', () => {
  it('are refused by name when they have no id, or names of operators', async function () {
    const { STORE_ADAPTERS } = await import('../support/store-harness.js');
    const place = await STORE_ADAPTERS[1]!.place();
    if (place === undefined || !('url' in place.childSettings)) {
      console.log('    skipped: no MongoDB');
      this.skip();
    }
    const client = new MongoClient(place.childSettings.url);
    const collection = client.db(place.childSettings.dbName).collection('digests');
    try {
      const store = await place.open();
      await collection.insertOne({ _id: new BSON.ObjectId('507f1f77bcf86cd799439011'), channel: '@team' });
      const nameless = await expectCode('STORE_DOCUMENT_INVALID', collect(store.documents.stream('digests')));
      expect(nameless.details).to.include({ id: '507f1f77bcf86cd799439011', path: '/digest_id' });
      await collection.deleteMany({});
      await collection.insertOne({ digest_id: 'd1', nested: new BSON.DBRef('x', new BSON.ObjectId()) });
      const odd = await expectCode('STORE_DOCUMENT_INVALID', collect(store.documents.stream('digests')));
      expect(odd.details).to.include({ id: 'd1', path: '/nested' });
    } finally {
      await client.close();
      await place.dispose();
    }
  });
});
