import type { DayCount } from '#etalon/application/ports/sample.repository.port.js';
import { parseCalendarDay } from '#etalon/domain/time/calendar-day.js';
import { TimeWindow } from '#etalon/domain/time/time-window.js';
import { TimeZone } from '#etalon/domain/time/time-zone.js';
import { expect } from 'chai';
import { collect, expectCode } from '../support/expect-code.js';
import { digest, digests, report } from '../support/sample-factory.js';
import { describeStores } from './describe-stores.js';

const NONE = { inserted: 0, updated: 0, unchanged: 0 };

function windowOf(first: string, last: string, zoneName: string): TimeWindow {
  const zone = TimeZone.named(zoneName)!;
  return TimeWindow.between(parseCalendarDay(first)!, parseCalendarDay(last)!, zone)!;
}

describeStores('Sample repository', (given) => {
  it('gives back what was written, of both kinds', async () => {
    const { digests: repository, reviewReports } = given.store;
    const judge = {
      judgeModel: 'lexical',
      promptVersion: '1',
      scores: { coverage: 0.5, accuracy: 1, coherence: 0, informativeness: 0.25 },
      verdict: 'MEETS_EXPECTATIONS',
      notes: 'ровно',
    } as const;
    const posts = [{ title: '', summary: '', text: 'т', url: 'https://e.ru', provenance: 'synthetic' } as const];
    const samples = [digest(1), digest(6, { judge, posts })];
    const reports = [report(1, { studentId: 'Иванов' }), report(6, { judge })];
    expect(await repository.upsertMany(samples)).to.deep.equal({ ...NONE, inserted: 2 });
    expect(await reviewReports.upsertMany(reports)).to.deep.equal({ ...NONE, inserted: 2 });
    expect(await collect(repository.stream({}, 'channel'))).to.deep.equal(samples);
    expect(await collect(reviewReports.stream({}, 'channel'))).to.deep.equal(reports);
  });

  it('tells inserted, updated and unchanged apart', async () => {
    const { digests: repository } = given.store;
    await repository.upsertMany(digests(10));
    const next = [...digests(12)].map((sample, index) =>
      index < 3 ? { ...sample, summaryMarkdown: 'Другое.' } : sample,
    );
    expect(await repository.upsertMany(next)).to.deep.equal({ inserted: 2, updated: 3, unchanged: 7 });
    expect(await repository.upsertMany(next)).to.deep.equal({ ...NONE, unchanged: 12 });
    expect(await collect(repository.stream({}, 'time'))).to.have.length(12);
    expect(await repository.upsertMany([])).to.deep.equal(NONE);
  });

  it('takes the last of several records of one id in a batch', async () => {
    const { digests: repository } = given.store;
    const last = digest(1, { summaryMarkdown: 'Второе.' });
    expect(await repository.upsertMany([digest(1), last])).to.deep.equal({
      inserted: 1,
      updated: 1,
      unchanged: 0,
    });
    expect(await collect(repository.stream({}, 'time'))).to.deep.equal([last]);
  });

  it('sorts by (channel, time, id) or (time, id), by bytes', async () => {
    const { digests: repository } = given.store;
    const channels = ['@b', '@B', '@я', '@a_', '@a', '@😀', '@～', '@aa', '@Z'];
    const samples = channels.flatMap((channel, place) =>
      [3, 1, 2].map((number) =>
        digest(number, {
          id: `${channel}-${number}-${place % 2}`,
          channel,
          createdAt: 1_700_000_000_000 + (number % 2),
        }),
      ),
    );
    await repository.upsertMany(samples);
    const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
    const byTime = [...samples].sort((a, b) => a.createdAt - b.createdAt || bytes(a.id, b.id));
    const byChannel = [...byTime].sort((a, b) => bytes(a.channel, b.channel));
    expect((await collect(repository.stream({}, 'channel'))).map(({ id }) => id)).to.deep.equal(
      byChannel.map(({ id }) => id),
    );
    expect((await collect(repository.stream({}, 'time'))).map(({ id }) => id)).to.deep.equal(
      byTime.map(({ id }) => id),
    );
    expect(await repository.channels()).to.deep.equal([...channels].sort(bytes));
  });

  it('finds by channel, time, language and provenance', async () => {
    const { digests: repository } = given.store;
    const samples = [
      ...digests(20),
      digest(20, { language: 'en' }),
      digest(21, { metadata: { ...digest(21).metadata, provenance: 'unmarked' } }),
    ];
    await repository.upsertMany(samples);
    const ids = async (query: Parameters<typeof repository.stream>[0]): Promise<string[]> =>
      (await collect(repository.stream(query, 'time'))).map(({ id }) => id);
    const expected = (keep: (sample: (typeof samples)[number]) => boolean): string[] =>
      samples
        .filter(keep)
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id);
    const [from, to] = [digest(5).createdAt, digest(12).createdAt];
    expect(await ids({ channels: ['@channel_b', '@none'] })).to.deep.equal(expected((s) => s.channel === '@channel_b'));
    expect(await ids({ channels: [] })).to.deep.equal([]);
    expect(await ids({ from, to })).to.deep.equal(expected((s) => s.createdAt >= from && s.createdAt <= to));
    expect(await ids({ language: 'en' })).to.deep.equal(expected((s) => s.language === 'en'));
    expect(await ids({ realOnly: true })).to.deep.equal(expected((s) => s.metadata.provenance !== 'synthetic'));
    expect(await repository.span({})).to.deep.equal({
      first: digest(0).createdAt,
      last: digest(21).createdAt,
      count: 22,
    });
    expect(await repository.span({ channels: ['@none'] })).to.equal(undefined);
  });

  it('deletes by id and says how many were there', async () => {
    const { digests: repository } = given.store;
    await repository.upsertMany(digests(5));
    expect(await repository.deleteMany([digest(0).id, digest(3).id, 'none'])).to.equal(2);
    expect(await repository.deleteMany([])).to.equal(0);
    expect(await collect(repository.stream({}, 'time'))).to.have.length(3);
  });

  it('streams what was there when other work happens in between', async () => {
    const { digests: repository } = given.store;
    await repository.upsertMany(digests(700));
    const seen: string[] = [];
    for await (const { id } of repository.stream({}, 'channel')) {
      if (seen.length % 200 === 0) {
        await repository.upsertMany([digest(seen.length, { summaryMarkdown: `Новое ${seen.length}.` })]);
        await repository.countByDay({}, windowOf('2024-01-01', '2024-01-31', 'UTC'));
      }
      seen.push(id);
    }
    expect(new Set(seen).size).to.equal(700);
    expect(seen).to.have.length(700);
  });

  it('lets a reader stop early', async () => {
    const { digests: repository } = given.store;
    await repository.upsertMany(digests(600));
    for await (const { id } of repository.stream({}, 'time')) if (id !== '') break;
    expect(await repository.upsertMany(digests(1))).to.deep.equal({ ...NONE, unchanged: 1 });
  });

  it('counts by channel, day and provenance where clocks change', async () => {
    const { digests: repository } = given.store;
    for (const [zone, first, last] of [
      ['Europe/Berlin', '2024-03-29', '2024-04-02'],
      ['Europe/Berlin', '2024-10-25', '2024-10-29'],
      ['America/Sao_Paulo', '2018-02-15', '2018-02-20'],
      ['America/Sao_Paulo', '2018-11-02', '2018-11-06'],
      ['Asia/Kolkata', '2024-03-29', '2024-03-31'],
      ['Europe/Moscow', '2024-01-01', '2024-01-03'],
    ] as const) {
      const window = windowOf(first, last, zone);
      const moments = Array.from(
        { length: Math.ceil((window.end - window.start) / 1_800_000) + 8 },
        (_, index) => window.start - 7_200_000 + index * 1_800_000,
      ).flatMap((moment) => [moment - 1, moment]);
      const samples = moments.map((createdAt, number) => digest(number, { id: `d-${number}`, createdAt }));
      await repository.upsertMany(samples);
      const counts = await repository.countByDay({}, window);
      expect(counts, `${zone} ${first}`).to.deep.equal(expectedCounts(samples, window));
      await repository.deleteMany(samples.map(({ id }) => id));
    }
  });

  it('counts only what the query finds', async () => {
    const { digests: repository } = given.store;
    await repository.upsertMany(digests(40));
    const window = windowOf('2024-01-02', '2024-01-05', 'Europe/Moscow');
    const query = { channels: ['@channel_a', '@channel_c'], realOnly: true, from: digest(10).createdAt };
    const expected = expectedCounts(
      digests(40).filter(
        (s) => query.channels.includes(s.channel) && s.metadata.provenance !== 'synthetic' && s.createdAt >= query.from,
      ),
      window,
    );
    expect(expected).not.to.be.empty;
    expect(await repository.countByDay(query, window)).to.deep.equal(expected);
  });

  it('ends right when several writers write the same records at once', async () => {
    const stores = await Promise.all([given.place.open(), given.place.open(), given.place.open()]);
    const samples = digests(300);
    const counts = await Promise.all(stores.map((store) => store.digests.upsertMany(samples)));
    expect(counts.reduce((sum, { inserted }) => sum + inserted, 0)).to.equal(300);
    expect(counts.reduce((sum, { unchanged }) => sum + unchanged, 0)).to.equal(600);
    expect(await collect(given.store.digests.stream({}, 'time'))).to.have.length(300);
  });

  it('reads what another connection wrote', async () => {
    const other = await given.place.open();
    await other.reviewReports.upsertMany([report(1)]);
    expect(await collect(given.store.reviewReports.stream({}, 'time'))).to.deep.equal([report(1)]);
  });

  it('refuses records that break the document schema, before it writes any', async () => {
    const { digests: repository } = given.store;
    for (const broken of [
      digest(1, { latencySeconds: 0 }),
      digest(1, { latencySeconds: Number.NaN }),
      digest(1, { id: '' }),
      digest(1, { id: 'a\u0000b' }),
      digest(1, { channel: 'a\ud800' }),
      digest(1, { language: 7 as unknown as string }),
      digest(1, { posts: [{ title: '', summary: '', text: undefined as unknown as string }] }),
    ]) {
      const error = await expectCode('STORE_DOCUMENT_INVALID', repository.upsertMany([digest(0), broken]));
      expect(error.details).to.include({ collection: 'digests', id: broken.id });
    }
    expect(await collect(repository.stream({}, 'time'))).to.deep.equal([]);
  });
});

function expectedCounts(samples: readonly ReturnType<typeof digest>[], window: TimeWindow): DayCount[] {
  const counts = new Map<string, DayCount>();
  for (const { channel, createdAt, metadata } of samples) {
    if (!window.contains(createdAt)) continue;
    const day = window.zone.dayOf(createdAt);
    const key = `${channel} ${day} ${metadata.provenance}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { channel, day, provenance: metadata.provenance, count });
  }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}
