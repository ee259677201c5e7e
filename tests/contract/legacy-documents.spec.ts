import { parseCalendarDay } from '#etalon/domain/time/calendar-day.js';
import { TimeWindow } from '#etalon/domain/time/time-window.js';
import { TimeZone } from '#etalon/domain/time/time-zone.js';
import { expect } from 'chai';
import { collect, expectCode } from '../support/expect-code.js';
import type { RawDocument } from '../support/store-harness.js';
import { describeStores } from './describe-stores.js';

const MOMENT = Date.UTC(2024, 4, 5, 12);
const ISO = '2024-05-05T12:00:00.000Z';
const SCORES = { coverage: 0.9, accuracy: 0.8, coherence: 0.7, informativeness: 1 };

function raw(id: string, idField: string, document: Record<string, unknown>): RawDocument {
  const channelField = idField === 'digest_id' ? 'channel' : 'assignment_id';
  return {
    id,
    channel: '@team',
    createdAt: MOMENT,
    document: { [idField]: id, [channelField]: '@team', created_at: ISO, ...document },
  };
}

describeStores('Documents of other ages', (given) => {
  it('give digests', async () => {
    await given.place.insertRaw('digests', [
      raw('d1', 'digest_id', {
        digest: 'Итог.',
        items: [
          { content: 'Первый' },
          { message: 'Второй', date: MOMENT / 1000 },
          { text: 'Третий', title: 'Т', extra: 1 },
        ],
        ground_truth: { llm_judge: { judge_model: 'm', scores: SCORES, verdict: 'MEETS_EXPECTATIONS' } },
        metrics: { latency_seconds: 3 },
        feature_flags: { use_new_summarization: true },
        unknown: { nested: [1, 2] },
        created_at: MOMENT,
      }),
    ]);
    expect(await collect(given.store.digests.stream({}, 'channel'))).to.deep.equal([
      {
        kind: 'digests',
        id: 'd1',
        channel: '@team',
        language: 'ru',
        summaryMarkdown: 'Итог.',
        posts: [
          { title: '', summary: '', text: 'Первый' },
          { title: '', summary: '', text: 'Второй', date: MOMENT },
          { title: 'Т', summary: '', text: 'Третий' },
        ],
        latencySeconds: 3,
        createdAt: MOMENT,
        metadata: {
          featureFlags: { use_new_summarization: true },
          llmModel: '',
          provenance: 'unmarked',
          timeRangeHours: 24,
        },
        judge: {
          judgeModel: 'm',
          promptVersion: '',
          scores: SCORES,
          verdict: 'MEETS_EXPECTATIONS',
          notes: '',
        },
      },
    ]);
  });

  it('give review reports', async () => {
    await given.place.insertRaw('review_reports', [
      raw('r1', 'report_id', {
        student_id: 's',
        language: 'ru',
        report: { summary: 'Вывод.', metadata: { llm_model: 'm', latency_seconds: 5 } },
        passes: [{ pass_name: 'p', summary: 'с', findings: [{ title: 'т' }] }],
      }),
      raw('r2', 'report_id', { summary_markdown: 'Вывод 2.', latency_seconds: 7, llm_model: 'top' }),
      raw('r3', 'report_id', { report: { metadata: {} }, metadata: { provenance: 'imported' } }),
    ]);
    const [first, second, third] = await collect(given.store.reviewReports.stream({}, 'channel'));
    expect(first).to.deep.include({
      studentId: 's',
      synthesis: 'Вывод.',
      latencySeconds: 5,
      passes: [{ name: 'p', summary: 'с', recommendations: [], findings: [{ title: 'т', description: '' }] }],
      metadata: { featureFlags: {}, llmModel: 'm', provenance: 'unmarked' },
    });
    expect(third?.metadata.provenance).to.equal('imported');
    expect(second).to.deep.include({ synthesis: 'Вывод 2.', latencySeconds: 7, passes: [] });
    expect(second?.metadata.llmModel).to.equal('top');
  });

  it('are found, sorted and counted whatever form their dates have', async () => {
    const forms = [
      ISO,
      '2024-05-05T12:00:00',
      '2024-05-05T15:00:00.000000+03:00',
      '2024-05-05 12:00',
      '2024-05-05T17:30:00+0530',
      MOMENT,
      MOMENT / 1000,
      new Date(MOMENT),
    ];
    const raws = forms.map((form, number) => raw(`d${number}`, 'digest_id', { summary: 'С.', created_at: form }));
    await given.place.insertRaw('digests', raws);
    const { digests } = given.store;
    const ids = async (from: number, to: number): Promise<string[]> =>
      (await collect(digests.stream({ from, to }, 'time'))).map(({ id }) => id);
    expect(await ids(MOMENT, MOMENT)).to.deep.equal(raws.map(({ id }) => id));
    expect(await ids(MOMENT + 1, MOMENT + 2)).to.deep.equal([]);
    expect(await digests.span({})).to.deep.equal({ first: MOMENT, last: MOMENT, count: forms.length });
    const day = parseCalendarDay('2024-05-05')!;
    const window = TimeWindow.endingOn(day, 3, TimeZone.named('Asia/Kolkata')!);
    expect(await digests.countByDay({ language: 'ru', realOnly: true }, window)).to.deep.equal([
      { channel: '@team', day, provenance: 'unmarked', count: forms.length },
    ]);
  });

  it('keep their place when they are written anew', async () => {
    await given.place.insertRaw('digests', [
      raw('d1', 'digest_id', { digest: 'Итог.', items: [{ content: 'П' }], latency_seconds: 1 }),
    ]);
    const { digests } = given.store;
    const [read] = await collect(digests.stream({}, 'time'));
    expect(await digests.upsertMany([read!])).to.deep.equal({ inserted: 0, updated: 1, unchanged: 0 });
    expect(await digests.upsertMany([read!])).to.deep.equal({ inserted: 0, updated: 0, unchanged: 1 });
    expect(await collect(digests.stream({}, 'time'))).to.deep.equal([read]);
  });

  it('fail with their name and path when they cannot be read', async () => {
    for (const [path, document] of [
      ['/posts/1/text', { posts: [{ text: 'a' }, { text: 5 }] }],
      ['/posts', { posts: 'no list' }],
      ['/metadata', { metadata: 'no object' }],
      ['/latency_seconds', { latency_seconds: 'fast' }],
      ['/feature_flags/x', { feature_flags: { x: 'yes' } }],
      ['/quality/llm_judge/verdict', { quality: { llm_judge: { judge_model: 'm', scores: SCORES, verdict: 'OK' } } }],
      ['/created_at', { created_at: 'yesterday' }],
    ] as const) {
      await given.place.insertRaw('digests', [raw('bad', 'digest_id', document)]);
      const error = await expectCode('STORE_DOCUMENT_INVALID', collect(given.store.digests.stream({}, 'time')));
      expect(error.details).to.include({ collection: 'digests', id: 'bad', path });
      expect(error.message).to.include('"bad"').and.include(path);
      await given.store.digests.deleteMany(['bad']);
    }
  });
});
