import { expect } from 'chai';
import type { JudgeScores } from '#etalon/domain/dataset/judge-scores.js';
import { collect } from '../support/expect-code.js';
import { digest, report } from '../support/sample-factory.js';
import { JUDGE } from '../support/samples.js';
import type { RawDocument } from '../support/store-harness.js';
import { describeStores } from './describe-stores.js';

const MOMENT = Date.UTC(2024, 4, 5, 12);
const OTHER: JudgeScores = { ...JUDGE, judgeModel: 'other', notes: 'Другие.' };

function raw(id: string, names: readonly [string, string], document: Record<string, unknown>): RawDocument {
  const [idField, channelField] = names;
  const created_at = '2024-05-05T12:00:00.000Z';
  return {
    id,
    channel: '@team',
    createdAt: MOMENT,
    document: { [idField]: id, [channelField]: '@team', created_at, ...document },
  };
}

describeStores('Scores of a judge', (given) => {
  it('are written into documents that have none, and change nothing else', async () => {
    const { digests, reviewReports } = given.store;
    const [one, two, three] = [digest(1), digest(2, { judge: OTHER }), digest(3)];
    await digests.upsertMany([one, two, three]);
    await reviewReports.upsertMany([report(1), report(2)]);
    expect(await digests.saveScores(new Map([one, two].map(({ id }) => [id, JUDGE])))).to.equal(1);
    expect(await digests.saveScores(new Map([['nobody', JUDGE]]))).to.equal(0);
    expect(await digests.saveScores(new Map())).to.equal(0);
    expect(await collect(digests.stream({}, 'time'))).to.deep.equal([{ ...one, judge: JUDGE }, two, three]);
    expect(await reviewReports.saveScores(new Map([[report(2).id, JUDGE]]))).to.equal(1);
    const reports = await collect(reviewReports.stream({}, 'time'));
    expect(reports).to.deep.equal([report(1), { ...report(2), judge: JUDGE }]);
  });

  it('make the same document that writing the record with its scores makes', async () => {
    const { digests, reviewReports } = given.store;
    await digests.upsertMany([digest(1)]);
    await reviewReports.upsertMany([report(1)]);
    await digests.saveScores(new Map([[digest(1).id, JUDGE]]));
    await reviewReports.saveScores(new Map([[report(1).id, JUDGE]]));
    const unchanged = { inserted: 0, updated: 0, unchanged: 1 };
    expect(await digests.upsertMany([digest(1, { judge: JUDGE })])).to.deep.equal(unchanged);
    expect(await reviewReports.upsertMany([report(1, { judge: JUDGE })])).to.deep.equal(unchanged);
  });

  it('stay when others come later', async () => {
    const { digests } = given.store;
    await digests.upsertMany([digest(1)]);
    await digests.saveScores(new Map([[digest(1).id, JUDGE]]));
    expect(await digests.saveScores(new Map([[digest(1).id, OTHER]]))).to.equal(0);
    expect((await digests.findMany([digest(1).id])).get(digest(1).id)?.judge).to.deep.equal(JUDGE);
  });

  it('find their place in documents of other ages, of which all else is read as before', async () => {
    const d = (id: string, document: Record<string, unknown>) => raw(id, ['digest_id', 'channel'], document);
    const r = (id: string, document: Record<string, unknown>) => raw(id, ['report_id', 'assignment_id'], document);
    const posts = [{ text: 'Пост', extra: { kept: true } }];
    await given.place.insertRaw('digests', [
      d('d1', {
        digest: 'Итог.',
        items: posts,
        quality: null,
        metrics: { latency_seconds: 3 },
        unknown: [1, { a: 'б' }],
      }),
      d('d2', { summary: 'Итог.', posts, quality: { people: { score: 5 } } }),
      d('d3', { summary: 'Итог.', posts, ground_truth: { rubric: 'x' } }),
    ]);
    const passes = [{ name: 'style', summary: 'Хорошо.' }];
    await given.place.insertRaw('review_reports', [
      r('r1', { summary: 'Итог.', passes, latency_seconds: 2 }),
      r('r2', { summary: 'Итог.', passes, metadata: { llm_model: 'm', latency_seconds: 2, own: 1 } }),
      r('r3', { report: { synthesis: 'Итог.', passes, metadata: null }, quality: { people: 5 }, latency_seconds: 2 }),
    ]);
    for (const repository of [given.store.digests, given.store.reviewReports]) {
      const before = await collect<object & { readonly id: string }>(repository.stream({}, 'channel'));
      const scores = new Map(before.map(({ id }) => [id, JUDGE]));
      expect(await repository.saveScores(scores)).to.equal(3);
      const after = await collect<object>(repository.stream({}, 'channel'));
      expect(after).to.deep.equal(before.map((sample) => ({ ...sample, judge: JUDGE })));
      expect(await repository.saveScores(scores)).to.equal(0);
    }
    const stored = await given.place.readRaw('digests', 'd1');
    expect(stored).to.deep.include({ unknown: [1, { a: 'б' }], metrics: { latency_seconds: 3 }, items: posts });
    expect(await given.place.readRaw('digests', 'd2')).to.have.nested.property('quality.people.score', 5);
  });
});
