import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { SqliteStore } from '#etalon/infrastructure/persistence/sqlite/sqlite.store.js';
import { expect } from 'chai';
import { collect, expectCode } from '../../support/expect-code.js';
import { digest, digests } from '../../support/sample-factory.js';
import { TEST_IDS, TestClock } from '../../support/test-clock.js';

const CLOCK = new TestClock();
const AS_ANOTHER_USER = join(import.meta.dirname, '..', '..', 'support', 'open-as-reader.js');
const NOBODY = 65_534;

describe('SQLite store with a bad file', () => {
  let folder: string;
  let file: string;
  const opened: SqliteStore[] = [];

  const open = (timeoutMs = 2_000): SqliteStore => {
    const store = SqliteStore.open({ file, timeoutMs }, CLOCK, TEST_IDS);
    opened.push(store);
    return store;
  };
  const openExisting = (): SqliteStore | undefined => {
    const store = SqliteStore.openExisting({ file, timeoutMs: 2_000 }, CLOCK, TEST_IDS);
    if (store !== undefined) opened.push(store);
    return store;
  };
  const filled = async (count: number): Promise<void> => {
    const store = open();
    await store.digests.upsertMany(digests(count));
    await store.close();
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-sqlite-'));
    file = join(folder, 'data', 'etalon.db');
  });

  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('creates nothing when it is only read', () => {
    expect(openExisting()).to.equal(undefined);
    expect(existsSync(join(folder, 'data'))).to.equal(false);
  });

  it('takes an empty file as a store that is not there yet', async () => {
    await mkdir(join(folder, 'data'));
    await writeFile(file, '');
    expect(openExisting()).to.equal(undefined);
    expect((await stat(file)).size).to.equal(0);
    expect(await readdir(join(folder, 'data'))).to.deep.equal(['etalon.db']);
    expect((await open().digests.upsertMany([digest(1)])).inserted).to.equal(1);
  });

  it('refuses what is not a database and leaves it as it was', async () => {
    await mkdir(join(folder, 'data'));
    for (const content of ['no database', 'x'.repeat(5_000), 'SQLite format 3\0 but nothing else']) {
      await writeFile(file, content);
      const error = await expectCode('STORE_CORRUPT', open);
      expect(error.message).to.include(file);
      await expectCode('STORE_CORRUPT', openExisting);
      expect(await readFile(file, 'utf8')).to.equal(content);
    }
  });

  it('refuses a folder in place of the file, and a file in place of the folder', async () => {
    await mkdir(file, { recursive: true });
    await expectCode('STORE_CORRUPT', open);
    await expectCode('STORE_CORRUPT', openExisting);
    await rm(join(folder, 'data'), { recursive: true });
    await writeFile(join(folder, 'data'), '');
    await expectCode('DATA_DIR_UNUSABLE', open);
  });

  it('refuses the database of another program', async () => {
    await mkdir(join(folder, 'data'));
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE digests (a)');
    other.close();
    await expectCode('STORE_CORRUPT', open);
    await expectCode('STORE_CORRUPT', openExisting);
  });

  it('finds at once that the end of the file is missing', async () => {
    await filled(300);
    await truncate(file, (await stat(file)).size - 8_192);
    await expectCode('STORE_CORRUPT', open);
    await expectCode('STORE_CORRUPT', openExisting);
  });

  it('finds damage in the middle when it gets there', async () => {
    await filled(600);
    const bytes = await readFile(file);
    bytes.fill(0xff, 5 * 4_096, bytes.length - 4_096);
    await writeFile(file, bytes);
    await expectCode('STORE_CORRUPT', async () => collect(open().digests.stream({}, 'channel')));
  });

  it('refuses a store of a newer version and leaves it as it was', async () => {
    await filled(1);
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 7; PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    const before = await readFile(file);
    const error = await expectCode('STORE_TOO_NEW', open);
    expect(error.details).to.deep.include({ version: 7 });
    await expectCode('STORE_TOO_NEW', openExisting);
    expect((await readFile(file)).equals(before)).to.equal(true);
  });

  it('says when the disk is full and keeps what was there', async () => {
    const store = open();
    await store.digests.upsertMany(digests(50));
    limitPages(store, 60);
    await expectCode('DISK_FULL', store.digests.upsertMany(digests(2_000, 50)));
    expect(await collect(store.digests.stream({}, 'time'))).to.deep.equal(
      await collect(open().digests.stream({}, 'time')),
    );
    limitPages(store, 1_000_000);
    expect((await store.digests.upsertMany(digests(2_050))).unchanged).to.equal(50);
  });

  it('says when another process keeps the file busy', async () => {
    await filled(1);
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const error = await expectCode('STORE_UNAVAILABLE', open(50).digests.upsertMany([digest(2)]));
    expect(error.message).to.include('busy');
    expect(await collect(open(50).digests.stream({}, 'time'))).to.have.length(1);
    other.exec('ROLLBACK');
    other.close();
  });

  it('is read where nothing may be written, and refuses writes', async function () {
    if (process.getuid?.() !== 0) {
      console.log('skipped: only root can start a process of another user');
      this.skip();
    }
    await filled(3);
    await chmod(folder, 0o755);
    const outcome = await asAnotherUser(file);
    expect(outcome).to.deep.equal({ read: 3, write: 'STORE_READ_ONLY', open: 'STORE_READ_ONLY' });
    await chown(join(folder, 'data'), NOBODY, NOBODY);
    expect(await asAnotherUser(file)).to.deep.include({ write: 'STORE_READ_ONLY' });
  });

  it('says when the file may not be read at all', async function () {
    if (process.getuid?.() !== 0) {
      console.log('skipped: only root can start a process of another user');
      this.skip();
    }
    await filled(1);
    await chmod(folder, 0o755);
    await chmod(file, 0o600);
    expect(await asAnotherUser(file)).to.deep.equal({ read: 'STORE_READ_ONLY', open: 'STORE_READ_ONLY' });
  });

  it('opens for several processes at once that all find nothing', async () => {
    const children = Array.from({ length: 4 }, () =>
      spawn(process.execPath, [AS_ANOTHER_USER, file], { stdio: ['ignore', 'ignore', 'inherit'] }),
    );
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number));
    expect(codes).to.deep.equal([0, 0, 0, 0]);
    expect(await collect(open().digests.stream({}, 'time'))).to.have.length(1);
  });
});

/** Makes SQLite itself report a full disk, which no quota is needed for. */
function limitPages(store: SqliteStore, pages: number): void {
  const { connection } = store as unknown as { connection: { execute(sql: string): void } };
  connection.execute(`PRAGMA max_page_count = ${pages}`);
}

async function asAnotherUser(file: string): Promise<unknown> {
  const child = spawn(process.execPath, [AS_ANOTHER_USER, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    uid: NOBODY,
    gid: NOBODY,
  });
  let text = '';
  child.stdout.on('data', (chunk) => (text += String(chunk)));
  await once(child, 'close');
  return JSON.parse(text);
}
