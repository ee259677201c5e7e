import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { BSON } from 'mongodb';
import { expect } from 'chai';
import type { StoredDocument } from '#etalon/application/ports/store-documents.port.js';
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';
import { toSampleDocument } from '#etalon/infrastructure/persistence/documents/sample-document.mapper.js';
import { eachStore } from '../../support/each-store.js';
import { MAIN, runEtalon, startEtalon, type CliResult } from '../../support/run-etalon.js';
import { JUDGE } from '../../support/samples.js';
import { digest, report } from '../../support/sample-factory.js';
import { schemaFaults } from '../../support/schema-faults.js';

/** 50 points with ETALON_FULL=1; a few otherwise, because each costs two imports. */
const POINTS = process.env['ETALON_FULL'] === '1' ? 50 : 3;

interface Imported {
  readonly totals: Readonly<Record<string, number>>;
  readonly channels: readonly Readonly<Record<string, unknown>>[];
  readonly rejected: readonly { readonly place: string; readonly problem: string }[];
  readonly scores_dropped: number;
  readonly adopt: string;
}

/** A document as `mongoexport` writes it. */
function exported(document: StoredDocument, relaxed = false): string {
  const { created_at: createdAt, ...rest } = document;
  return BSON.EJSON.stringify({ ...rest, created_at: new Date(createdAt as string) }, { relaxed });
}

const LEGACY = {
  _id: { $oid: '507f1f77bcf86cd799439011' },
  digest_id: 'old-1',
  channel: '@team',
  created_at: '2024-05-05T12:00:00',
  digest: 'Итог дня.',
  items: [{ content: 'Первый', date: { $date: '2024-05-05T10:00:00Z' } }],
  metrics: { latency_seconds: { $numberDouble: '3.5' } },
  ours: { deep: [{ $numberLong: '9007199254740993' }] },
};

eachStore('etalon dataset import', (store) => {
  let folder: string;
  let data: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-import-'));
    data = join(folder, 'data');
  });
  afterEach(async () => {
    await store().drop();
    await rm(folder, { recursive: true, force: true });
  });

  const etalon = (...args: string[]): Promise<CliResult> =>
    runEtalon([...args, '--json', '--data-dir', data], { env: store().env });
  const file = async (name: string, content: string | Buffer): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  const good = async (...args: string[]): Promise<Imported> => {
    const result = await etalon('dataset', 'import', ...args);
    expect(result.exitCode, result.stderr).to.equal(0);
    return result.json<Imported>();
  };
  const refused = async (code: string, ...args: string[]) => {
    const result = await etalon('dataset', 'import', ...args);
    expect([result.exitCode, result.stdout], result.stderr).to.deep.equal([1, '']);
    expect(result.error().code).to.equal(code);
    return result.error();
  };
  const changes = ({ totals }: Imported): readonly (number | undefined)[] =>
    ['inserted', 'updated', 'unchanged', 'kept', 'repeated', 'rejected'].map((name) => totals[name]);
  const dumped = async (kind: string): Promise<readonly StoredDocument[]> => {
    const target = join(folder, 'copy.db');
    await rm(target, { force: true });
    const copied = await etalon('store', 'copy', '--to', target);
    expect(copied.exitCode, copied.stderr).to.equal(0);
    const { DatabaseSync } = await import('@photostructure/sqlite');
    const database = new DatabaseSync(target);
    const rows = database.prepare(`SELECT doc FROM ${kind} ORDER BY id`).all() as { readonly doc: string }[];
    database.close();
    return rows.map(({ doc }) => JSON.parse(doc) as StoredDocument);
  };

  it('takes canonical and relaxed documents in, once, and says how to adopt them', async () => {
    const digests = Array.from({ length: 10 }, (_, n) => toSampleDocument(digest(n)));
    const reports = Array.from({ length: 10 }, (_, n) => toSampleDocument(report(n)));
    const lines = await file('digests.json', digests.map((one) => `${exported(one)}\n`).join(''));
    const array = await file('reports.json.gz', gzipSync(`[${reports.map((one) => exported(one, true)).join(',\n')}]`));
    const first = await good(lines, array);
    expect(await schemaFaults('dataset-import', first)).to.deep.equal([]);
    expect(changes(first)).to.deep.equal([20, 0, 0, 0, 0, 0]);
    expect(first.channels).to.have.length(10);
    expect(changes(await good(lines, array))).to.deep.equal([0, 0, 20, 0, 0, 0]);
    expect(await dumped('digests')).to.deep.equal([...digests].sort(byId));
    const adopted = await etalon(...first.adopt.split(' ').slice(1), '--min-per-channel', '1');
    expect(adopted.json()['totals']).to.include({ digests: 10, review_reports: 10 });
    expect(await readdir(join(data, 'tmp')).catch(() => []), 'spools').to.deep.equal([]);
  });

  it('keeps a document of another age as it is: shape, own fields, no provenance', async () => {
    const legacy = await file('old.json', `${JSON.stringify(LEGACY)}\n`);
    expect((await good(legacy)).totals).to.include({ inserted: 1, unmarked: 1, imported: 0 });
    expect(changes(await good(legacy))).to.deep.equal([0, 0, 1, 0, 0, 0]);
    expect(await dumped('digests')).to.deep.equal([
      {
        ...LEGACY,
        items: [{ content: 'Первый', date: { $date: '2024-05-05T10:00:00.000Z' } }],
        metrics: { latency_seconds: 3.5 },
      },
    ]);
    const lines = join(folder, 'out.jsonl');
    expect((await etalon('export', 'digests', '--output', lines)).exitCode).to.equal(0);
  });

  it('replaces what differs, but no real document by a synthetic one, and keeps scores that still hold', async () => {
    const plain = digest(1);
    const scored = exported(toSampleDocument({ ...plain, judge: JUDGE }));
    const bare = await file('bare.json', exported(toSampleDocument(plain)));
    await good(await file('scored.json', scored));
    expect(changes(await good(bare)), 'scores stay').to.deep.equal([0, 0, 1, 0, 0, 0]);
    const synthetic = {
      ...plain,
      summaryMarkdown: 'Иначе.',
      metadata: { ...plain.metadata, provenance: 'synthetic' as const },
    };
    const kept = await good(await file('synthetic.json', exported(toSampleDocument(synthetic))));
    expect(changes(kept)).to.deep.equal([0, 0, 0, 1, 0, 0]);
    const changed = await good(
      await file('changed.json', exported(toSampleDocument({ ...plain, summaryMarkdown: 'Иначе.' }))),
    );
    expect([changes(changed), changed.scores_dropped]).to.deep.equal([[0, 1, 0, 0, 0, 0], 1]);
    expect(changes(await good(await file('scored.json', scored)))).to.deep.equal([0, 1, 0, 0, 0, 0]);
    expect((await dumped('digests'))[0]?.['quality']).to.deep.include({ llm_judge: scores() });
  });

  it('stores nothing of files with broken documents, and the good ones when it is told to', async () => {
    const [one, two] = [exported(toSampleDocument(digest(1))), exported(toSampleDocument(digest(2)))];
    const broken = await file(
      'mixed.json',
      [
        ...[
          one,
          '{"a":',
          '{"a":1}',
          '{"digest_id":5}',
          one,
          exported({ ...toSampleDocument(digest(1)), channel: '@other' }),
        ],
        ...[JSON.stringify({ ...LEGACY, metrics: {} }), JSON.stringify({ ...LEGACY, created_at: '1812-01-01' })],
        ...[JSON.stringify({ sample_id: 'x' }), two],
      ].join('\n'),
    );
    const error = await refused('IMPORT_DOCUMENTS_INVALID', broken);
    expect(error.message).to.contain('7 of 10 documents').and.contain(`${broken}, line 2: byte`);
    expect(await readdir(folder)).to.not.include('data');
    const going = await etalon('dataset', 'import', broken, '--keep-going');
    expect(going.exitCode).to.equal(2);
    const imported = going.json<Imported>();
    expect(await schemaFaults('dataset-import', imported)).to.deep.equal([]);
    expect(changes(imported)).to.deep.equal([2, 0, 0, 0, 1, 7]);
    const problems = imported.rejected.map(({ place, problem }) => `${place.replace(/.*, /, '')}: ${problem}`);
    expect(problems.map((problem) => problem.slice(0, 44))).to.deep.equal(
      [
        'line 2: byte',
        'line 3: is neither a digest (`digest_id`) no',
        'line 4: /digest_id must be a string',
        'line 6: has the id "digest-channel_b-000001"',
        'line 7: /latency_seconds must be > 0 ("old-1',
        'line 8: /created_at must be a date that exis',
        'line 9: is a line of an export, not a docume',
      ].map((expected, index) => (expected.endsWith('byte') ? problems[index]!.slice(0, 44) : expected)),
    );
    expect(problems[0]).to.match(/^line 2: byte \d+: /);
  });

  it('refuses nothing at all, and files that are not there, and creates nothing', async () => {
    await refused('IMPORT_EMPTY', await file('empty.json', ''));
    await refused('SOURCE_NOT_FOUND', join(folder, 'none.json'));
    await refused('IMPORT_FILE_UNSUITABLE', 'examples/telegram-export/tihiy_bit/result.json');
    const other = await refused(
      'IMPORT_DOCUMENTS_INVALID',
      await file('report.json', exported(toSampleDocument(report(1)))),
      '--kind',
      'digests',
    );
    expect(other.message).to.contain(
      'line 1: looks like a review report, and --kind says digests (/digest_id is missing',
    );
    const inFolder = await refused('SOURCE_UNREADABLE', folder);
    expect(inFolder.message).to.contain('is a folder');
    for (const created_at of ['2024-02-30T10:00:00Z', '2023-02-29', { $date: '2024-04-31T00:00:00Z' }]) {
      const refusedDay = await refused(
        'IMPORT_DOCUMENTS_INVALID',
        await file('no-day.json', JSON.stringify({ ...LEGACY, created_at })),
      );
      expect(refusedDay.message).to.contain('/created_at');
    }
    const undated = await file('undated.json', JSON.stringify({ ...LEGACY, created_at: undefined }));
    const missing = await refused('IMPORT_DOCUMENTS_INVALID', undated);
    expect(missing.message).to.contain('/created_at is missing (it must be a date');
    expect(await readdir(folder)).to.not.include('data');
    const usage = await etalon('dataset', 'import', '--kind', 'posts', 'x');
    expect(usage.exitCode).to.equal(64);
  });

  it('takes the documents that its page shows, whole and with the first line alone', async () => {
    for (const language of ['en', 'ru']) {
      const page = await readFile(`docs/reference/${language}/IMPORT.md`, 'utf8');
      const shown = [...page.matchAll(/```json\n(.*),\n (.*)\n```/gu)].map(([, first = '', rest = '']) => ({
        first,
        rest,
      }));
      const whole = await good(await file('whole.json', shown.map(({ first, rest }) => `${first},${rest}`).join('\n')));
      expect(changes(whole).slice(0, 3), language).to.deep.equal(language === 'en' ? [2, 0, 0] : [0, 0, 2]);
      const ends = ['}', '}}}'];
      const alone = shown.map(({ first }, index) => `${first}${ends[index] ?? ''}`);
      const { rejected } = await good(await file('alone.json', alone.join('\n').replaceAll('-1"', `-${language}"`)));
      expect(rejected).to.deep.equal([]);
    }
  });

  it('reads standard input', async () => {
    const lines = await file('digests.json', exported(toSampleDocument(digest(1))));
    const child = spawn(process.execPath, [MAIN, 'dataset', 'import', '-', '--json', '--data-dir', data], {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...store().env },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createReadStream(lines).pipe(child.stdin);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect([code, (JSON.parse(text) as Imported).totals['inserted']]).to.deep.equal([0, 1]);
  });

  it('is completed by the same command when it was killed', async function () {
    this.timeout(60_000 + POINTS * 20_000);
    const count = 600;
    const lines = await file(
      'many.json',
      Array.from({ length: count }, (_, n) => exported(toSampleDocument(digest(n)))).join('\n'),
    );
    const begun = performance.now();
    await good(lines);
    const whole = performance.now() - begun;
    const random = new PureRandFactory().seeded(2024, 'import kill points');
    for (let point = 0; point < POINTS; point += 1) {
      await store().drop();
      await rm(data, { recursive: true, force: true });
      const child = startEtalon(['dataset', 'import', lines, '--data-dir', data], { env: store().env });
      const closed = once(child, 'close');
      await Promise.race([sleep((0.3 + 0.7 * random.next()) * whole), closed]);
      child.kill('SIGKILL');
      await closed;
      const next = await good(lines);
      const [inserted = 0, updated, unchanged = 0] = changes(next);
      expect([inserted + unchanged, updated]).to.deep.equal([count, 0]);
      expect(await readdir(join(data, 'tmp')).catch(() => []), 'spools').to.deep.equal([]);
    }
  });
});

function byId(a: StoredDocument, b: StoredDocument): number {
  return JSON.stringify(a['digest_id']) < JSON.stringify(b['digest_id']) ? -1 : 1;
}

function scores(): unknown {
  const { judgeModel, promptVersion, ...rest } = JUDGE;
  return { judge_model: judgeModel, prompt_version: promptVersion, ...rest };
}
