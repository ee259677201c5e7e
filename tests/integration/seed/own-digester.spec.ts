import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  createContainer,
  EtalonError,
  loadSettings,
  parseCalendarDay,
  TimeWindow,
  TimeZone,
  type Digester,
  type DigestRequest,
  type EtalonContainer,
  type SeedCommand,
} from '#etalon/index.js';
import { tinyMessages, tinyPost, writeTinyExport } from '../../support/tiny-export.js';

const SCORES = { coverage: 0.9, accuracy: 0.9, coherence: 0.9, informativeness: 0.9 };

/** A digester as an embedding application brings it: good digests, but English ones on one day of the month. */
class OwnDigester implements Digester {
  readonly name = 'own';
  readonly version = '1.0.0';
  readonly model = 'own-model';
  readonly featureFlags = { use_new_summarization: true };

  constructor(private readonly englishDay?: string) {}

  digest({ day, posts }: DigestRequest): Promise<{ markdown: string }> {
    const english = 'The city opened a new library today, and everybody who came was given a book to take home.';
    const russian = posts.map(({ title }) => `- ${title}.`).join('\n');
    return Promise.resolve({ markdown: `# Дайджест\n\n## Главное\n\n${day === this.englishDay ? english : russian}` });
  }
}

describe('SeedBenchmarkDataUseCase with a digester of one’s own', () => {
  let folder: string;
  let etalon: EtalonContainer;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-own-'));
    await writeTinyExport(join(folder, 'export'), 'novosti', tinyMessages(5));
  });
  afterEach(async () => {
    await etalon.close();
    await rm(folder, { recursive: true, force: true });
  });

  const open = async (englishDay?: string): Promise<void> => {
    const settings = await loadSettings({ env: {}, cwd: folder, flags: { data_dir: join(folder, 'data') } });
    etalon = createContainer(settings, { digesters: { named: () => new OwnDigester(englishDay) } });
  };
  const command = (changes: Partial<SeedCommand> = {}): SeedCommand => ({
    name: 'default',
    path: join(folder, 'export'),
    window: TimeWindow.endingOn(parseCalendarDay('2024-11-05')!, 5, TimeZone.moscow()),
    floor: 5,
    channels: [],
    channelNames: new Map(),
    seed: 1,
    digester: 'extractive',
    keepGoing: false,
    ...changes,
  });

  it('refuses records that break rules, names every rule, and writes nothing', async () => {
    await open('2024-11-03');
    const seed = await etalon.get('seedBenchmarkData');
    const error = await seed.execute(command()).catch((thrown: unknown) => thrown as EtalonError);
    expect(error).to.be.instanceOf(EtalonError).with.property('code', 'DATASET_RECORDS_INVALID');
    const { records } = (error as EtalonError).details as unknown as {
      records: { id: string; rules: { rule: string }[] }[];
    };
    expect(records.map(({ id }) => id)).to.include('digest-novosti-2024-11-03');
    expect(records[0]!.rules.map(({ rule }) => rule)).to.include('russian_text');
    expect(await readdir(folder)).to.deep.equal(['export']);
  });

  it('stores the good ones when told to keep going, and the answer is no', async () => {
    await open('2024-11-03');
    const outcome = await (await etalon.get('seedBenchmarkData')).execute(command({ keepGoing: true }));
    expect(outcome.ok).to.equal(false);
    expect(outcome.report.totals.digests).to.equal(4);
    expect(outcome.report.channels[0]).to.include({ belowFloor: true });
    expect(outcome.report.rejected.map(({ id }) => id)).to.include('digest-novosti-2024-11-03');
  });

  it('keeps judge scores of unchanged records, drops and counts those of changed ones', async () => {
    await open();
    const seed = await etalon.get('seedBenchmarkData');
    await seed.execute(command());
    const { digests } = await (await etalon.get('stores')).open();
    const judged = await digests.findMany(['digest-novosti-2024-11-01', 'digest-novosti-2024-11-05']);
    await digests.upsertMany(
      [...judged.values()].map((digest) => ({
        ...digest,
        judge: {
          judgeModel: 'm',
          promptVersion: '1',
          scores: SCORES,
          verdict: 'MEETS_EXPECTATIONS' as const,
          notes: '',
        },
      })),
    );
    const same = await seed.execute(command());
    expect(same).to.include({ inserted: 0, updated: 0, scoresDropped: 0 });
    expect(same.report.scoresHash).to.match(/^[0-9a-f]{64}$/);
    await writeTinyExport(join(folder, 'export'), 'novosti', [
      ...tinyMessages(5).slice(0, -1),
      { ...tinyMessages(5).at(-1)!, text: tinyPost(17, 4) },
    ]);
    const changed = await seed.execute(command());
    expect(changed.scoresDropped).to.equal(1);
    const after = await digests.findMany(['digest-novosti-2024-11-01', 'digest-novosti-2024-11-05']);
    expect([...after.values()].filter(({ judge }) => judge !== undefined)).to.have.length(1);
  });

  it('measures latency and leaves it out of hashes', async () => {
    await open();
    const first = await (await etalon.get('seedBenchmarkData')).execute(command());
    const { digests } = await (await etalon.get('stores')).open();
    const [digest] = (await digests.findMany(['digest-novosti-2024-11-02'])).values();
    expect(digest!.latencySeconds).to.be.greaterThan(0);
    await digests.upsertMany([{ ...digest!, latencySeconds: 12 }]);
    const verified = await (await etalon.get('verifyDataset')).execute({ name: 'default' });
    expect(verified).to.include({ ok: true, drifted: false });
    expect(verified.report.datasetHash).to.equal(first.report.datasetHash);
    await digests.upsertMany([
      { ...digest!, summaryMarkdown: `${digest!.summaryMarkdown}\n\nЕщё одна новость появилась вечером.` },
    ]);
    const drifted = await (await etalon.get('verifyDataset')).execute({ name: 'default' });
    expect(drifted).to.include({ ok: false, drifted: true });
  });
});
