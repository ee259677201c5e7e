import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { appendFile, cp, mkdir, mkdtemp, readFile, readdir, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { ConfiguredStoreProvider } from '#etalon/infrastructure/persistence/configured-store-provider.js';
import { compileSchema } from '#etalon/infrastructure/schemas/schema-compiler.js';
import { CryptoIdGenerator } from '#etalon/infrastructure/system/crypto-id-generator.js';
import { SystemClock } from '#etalon/infrastructure/system/system-clock.js';
import { mongoServer, stopMongoServer } from '../../support/mongo-server.js';
import type { CliResult } from '../../support/run-etalon.js';
import { runEtalon, startEtalon } from '../../support/run-etalon.js';
import { digest, report } from '../../support/sample-factory.js';
import { mongoEnvironment, sqliteEnvironment } from '../../support/store-environments.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

interface Problem {
  readonly kind: string;
  readonly line: number | null;
  readonly block: { readonly from: number; readonly to: number } | null;
  readonly message: string;
}

interface Verified {
  readonly ok: boolean;
  readonly folder: string;
  readonly files: readonly {
    readonly path: string;
    readonly ok: boolean;
    readonly problem: Problem | null;
    readonly twice: { readonly records: number; readonly identical: boolean } | null;
  }[];
}

type Env = Readonly<Record<string, string>>;

/** Puts documents of both kinds into the store of a data folder, or changes some of them. */
async function store(data: string, env: Env, count: number, changes: Parameters<typeof digest>[1] = {}): Promise<void> {
  const clock = new SystemClock();
  const { MONGODB_URL: mongodbUrl, DB_NAME: dbName = 'butler' } = env;
  const settings = {
    dbName,
    sqliteFile: join(data, 'etalon.db'),
    timeoutMs: 10_000,
    ...(mongodbUrl ? { mongodbUrl } : {}),
  };
  const provider = new ConfiguredStoreProvider(settings, clock, new CryptoIdGenerator(clock));
  const opened = await provider.open();
  const numbers = Array.from({ length: count }, (_, number) => number);
  await opened.digests.upsertMany(numbers.map((number) => digest(number, changes)));
  await opened.reviewReports.upsertMany(numbers.slice(0, 60).map((number) => report(number)));
  await provider.close();
}

/** What the check says; its document has to fit its schema. */
async function checked(result: CliResult): Promise<Verified> {
  const schema = await readFile('config/schemas/export-verify.schema.json', 'utf8');
  const document = result.json<Verified & Record<string, unknown>>();
  expect(compileSchema(JSON.parse(schema) as Record<string, unknown>)(document)).to.deep.equal([]);
  expect(result.exitCode, result.stderr).to.equal(document.ok ? 0 : 2);
  return document;
}

function problemOf({ files }: Verified, path = 'digests.jsonl'): Problem | null {
  return files.find((file) => file.path === path)?.problem ?? null;
}

for (const name of ['SQLite', 'MongoDB']) {
  describe(`etalon export verify, over ${name}`, () => {
    let env: Env = {};
    let drop = (): Promise<void> => Promise.resolve();

    beforeEach(async function () {
      const server = name === 'SQLite' ? undefined : await mongoServer();
      if (name === 'MongoDB' && server === undefined) this.skip();
      const made = server === undefined ? sqliteEnvironment() : mongoEnvironment(server.url);
      env = made.env;
      drop = () => made.drop();
    });
    afterEach(async () => {
      await drop();
    });
    after(stopMongoServer);

    it('agrees with two exports in a row, and finds the line of a flipped byte', async function () {
      // Ten processes one after another.
      this.timeout(180_000);
      await inTemporaryFolder(async (data) => {
        await store(data, env, 1100);
        const etalon = (...args: string[]) => runEtalon([...args, '--data-dir', data], { env });
        const folder = join(data, 'out');
        const verify = async (...args: string[]) =>
          checked(await etalon('export', 'verify', folder, ...args, '--json'));
        const write = (kind: string, name: string) => etalon('export', kind, '--output', join(folder, name));
        for (const [kind, name] of [
          ['digests', 'digests.jsonl'],
          ['review-reports', 'review_reports.jsonl'],
          ['digests', 'digests.jsonl'],
        ] as const)
          expect((await write(kind, name)).exitCode).to.equal(0);
        const both = await verify('--twice', '--against-store');
        expect(both.files.map(({ path, ok, twice }) => [path, ok, twice?.records, twice?.identical])).to.deep.equal([
          ['digests.jsonl', true, 1100, true],
          ['review_reports.jsonl', true, 60, true],
        ]);
        const file = join(folder, 'digests.jsonl');
        const bytes = await readFile(file);
        const at = bytes.indexOf('мост', bytes.length * 0.95);
        const line = bytes.subarray(0, at).toString('latin1').split('\n').length;
        bytes[at + 1]! ^= 1;
        await writeFile(file, bytes);
        const block = { from: 1001, to: 1100 };
        expect(problemOf(await verify())).to.deep.include({ kind: 'changed', line: 1001, block });
        expect((await etalon('export', 'verify', folder)).stdout).to.match(
          /^digests\.jsonl +1100 .*CHANGED in lines 1001 to 1100$/mu,
        );
        expect(problemOf(await verify('--against-store'))).to.deep.include({ kind: 'changed', line, block: null });
        const told = await etalon('export', 'verify', folder, '--against-store');
        expect(told.stdout)
          .to.contain(`line ${line}`)
          .and.to.match(/^- file +".*ност.*"\n\+ store +".*мост.*"$/mu);
        expect((await readdir(data)).filter((entry) => entry.includes('tmp'))).to.deep.equal([]);
        await write('digests', 'digests.jsonl');
        await store(data, env, 10, { summaryMarkdown: '## Другое\n\nСовсем другое.' });
        expect((await verify()).ok).to.equal(true);
        expect(problemOf(await verify('--against-store'))).to.deep.include({ kind: 'store_differs', line: 1 });
      });
    });
  });
}

describe('etalon export verify', () => {
  /** A data folder with a store and an export of it, which each case gets a copy of. */
  let data: string;
  const etalon = (...args: string[]) => runEtalon([...args, '--data-dir', data]);
  const verify = async (...args: string[]) => checked(await etalon('export', 'verify', ...args, '--json'));

  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'etalon-verify-'));
    await store(data, {}, 1500);
    await etalon('export', 'digests', '--output', join(data, 'out', 'digests.jsonl'));
  });
  after(() => rm(data, { recursive: true }));

  const cases: readonly (readonly [string, (folder: string) => Promise<unknown>, Partial<Problem>, string?])[] = [
    ['a file that was cut', (folder) => truncate(join(folder, 'digests.jsonl'), 10_000), { kind: 'changed', line: 1 }],
    ['a line too many', (folder) => appendFile(join(folder, 'digests.jsonl'), '{}\n'), { kind: 'changed', line: 1001 }],
    ['a missing file', (folder) => rm(join(folder, 'digests.jsonl')), { kind: 'interrupted', line: null }],
    [
      'a file without a manifest',
      (folder) => rm(join(folder, 'manifest.json')),
      { kind: 'interrupted' },
      'manifest.json',
    ],
  ];
  for (const [name, edit, expected, path] of cases) {
    it(`exits 2 with ${name}`, async () => {
      const folder = join(data, `copy-${cases.findIndex((one) => one[0] === name)}`);
      await cp(join(data, 'out'), folder, { recursive: true });
      await edit(folder);
      expect(problemOf(await verify(folder), path)).to.deep.include(expected);
    });
  }

  it('calls a file missing that is not there, and names what may have become of it', async () => {
    const folder = join(data, 'without');
    await cp(join(data, 'out'), folder, { recursive: true });
    await rm(join(folder, 'digests.jsonl'));
    const told = await etalon('export', 'verify', folder);
    expect(told.exitCode).to.equal(2);
    expect(told.stdout)
      .to.match(/^digests\.jsonl .*MISSING$/mu)
      .and.to.contain('it was removed or not copied, or an export was interrupted');
  });

  it('exits 1 with a coded error where there is nothing to check, or no store', async () => {
    await mkdir(join(data, 'empty'));
    const failures = [
      await etalon('export', 'verify', join(data, 'empty'), '--json'),
      await etalon('export', 'verify', join(data, 'nowhere'), '--json'),
      await etalon('export', 'verify', '--json'),
      await runEtalon(['export', 'verify', join(data, 'out'), '--twice', '--json', '--data-dir', join(data, 'empty')]),
    ];
    expect(failures.map((failure) => [failure.exitCode, failure.error().code])).to.deep.equal([
      [1, 'EXPORT_NOT_FOUND'],
      [1, 'EXPORT_NOT_FOUND'],
      [1, 'EXPORT_NOT_FOUND'],
      [1, 'EXPORT_EMPTY'],
    ]);
    await cp(join(data, 'out'), join(data, 'edited'), { recursive: true });
    const manifest = join(data, 'edited', 'manifest.json');
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replaceAll('digests.jsonl', '../out/digests.jsonl'));
    const edited = await etalon('export', 'verify', join(data, 'edited'), '--json');
    expect([edited.exitCode, edited.error().code]).to.deep.equal([1, 'EXPORT_MANIFEST_INVALID']);
    expect([edited.stdout, edited.error().details['path']]).to.deep.equal(['', '/files/0/path']);
  });

  it('says "interrupted" after an export that was killed between its files, until the next one', async function () {
    this.timeout(180_000);
    const folder = join(data, 'killed');
    const args = ['export', 'digests', '--data-dir', data, '--output', join(folder, 'digests.jsonl')];
    const seen: string[] = [];
    await runEtalon([...args, '--limit', '700']);
    for (let delay = 0; delay < 3 && !seen.includes('2'); delay += 1) {
      const child = startEtalon([...args, '--limit', String(701 + delay)]);
      const ended = once(child, 'exit');
      while (child.exitCode === null && !existsSync(join(folder, '.etalon.lock'))) await setTimeout(1);
      await setTimeout(delay);
      child.kill('SIGKILL');
      await ended;
      const { ok, files } = await verify(folder);
      seen.push(ok ? '0' : '2');
      if (!ok)
        expect(files.map(({ problem }) => problem?.kind ?? 'interrupted')).to.deep.equal(
          files.map(() => 'interrupted'),
        );
    }
    await runEtalon(args);
    expect((await verify(folder, '--against-store')).ok, seen.join()).to.equal(true);
  });

  it('is swept when it was killed', async () => {
    const args = ['export', 'verify', join(data, 'out'), '--twice', '--data-dir', data];
    const child = startEtalon(args);
    const ended = once(child, 'exit');
    while (child.exitCode === null && !existsSync(join(data, 'tmp'))) await setTimeout(1);
    child.kill('SIGKILL');
    await ended;
    expect((await verify(join(data, 'out'), '--twice')).ok).to.equal(true);
    expect(existsSync(join(data, 'tmp')) ? await readdir(join(data, 'tmp')) : []).to.deep.equal([]);
  });

  it('takes the newest folder, whole or not', async () => {
    const exports = join(data, 'benchmarks', 'exports');
    await cp(join(data, 'out'), join(exports, '2024-01-05'), { recursive: true });
    await cp(join(data, 'out'), join(exports, '2024-01-06'), { recursive: true });
    expect((await verify()).folder).to.equal(join(exports, '2024-01-06'));
    await rename(join(exports, '2024-01-06', 'manifest.json'), join(exports, 'manifest.json'));
    expect(await verify()).to.deep.include({ ok: false, folder: join(exports, '2024-01-06') });
  });
});

describe('etalon export verify, on five real channels', () => {
  const channels = resolve(process.env['ETALON_SHARED_DIR'] ?? '../shared', 'data', 'telegram');

  it('agrees with the store and with two runs in a row', async function () {
    if (!existsSync(channels)) {
      console.log(`    skipped: there are no channels in ${channels}`);
      return this.skip();
    }
    await inTemporaryFolder(async (data) => {
      const etalon = (...args: string[]) => runEtalon([...args, '--data-dir', data]);
      const seed = ['seed', '--from', 'telegram-export', '--path', channels, '--window-end', '2024-12-03'];
      expect((await etalon(...seed)).exitCode).to.equal(0);
      for (const kind of ['digests', 'review-reports']) expect((await etalon('export', kind)).exitCode).to.equal(0);
      const { files } = await checked(await etalon('export', 'verify', '--twice', '--against-store', '--json'));
      expect(files.map(({ ok, twice }) => [ok, twice?.identical])).to.deep.equal([
        [true, true],
        [true, true],
      ]);
      expect(files.every(({ twice }) => (twice?.records ?? 0) >= 50)).to.equal(true);
    });
  });
});
