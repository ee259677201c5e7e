import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { SeedSpool, SpooledPost } from '#etalon/application/ports/post-spool.port.js';
import { parseChannel } from '#etalon/domain/dataset/channel.js';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import type { ReviewReportSample } from '#etalon/domain/dataset/review-report-sample.js';
import { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import { parseCalendarDay } from '#etalon/domain/time/calendar-day.js';
import { evenlySpread } from '#etalon/domain/shared/evenly-spread.js';
import { openSpoolDatabase } from '#etalon/infrastructure/spool/spool-database.js';
import { spoolFault } from '#etalon/infrastructure/spool/spool-faults.js';
import { SpoolFolder } from '#etalon/infrastructure/spool/spool-folder.js';
import { SqliteSeedSpoolFactory } from '#etalon/infrastructure/spool/sqlite-seed-spool.factory.js';
import { SqliteSeedSpool } from '#etalon/infrastructure/spool/sqlite-seed-spool.js';
import type { ProcessIdentity } from '#etalon/infrastructure/system/process-identity.js';
import { currentProcess } from '#etalon/infrastructure/system/process-identity.js';
import { processMark } from '#etalon/infrastructure/system/process-mark.js';
import { refusalOf } from '../../../support/refusal.js';

const CHANNEL = parseChannel('@vestnik')!;
const OTHER = parseChannel('@alpha')!;
const DAY = parseCalendarDay('2024-11-05')!;
const NEXT = parseCalendarDay('2024-11-06')!;
const NOW = Date.parse('2024-12-03T12:00:00Z');
const CLOCK = { now: () => NOW, monotonic: () => 0 };

function post(messageId: number, more: Partial<SpooledPost> = {}): SpooledPost {
  const date = 1730790000000 + messageId;
  return {
    channel: CHANNEL,
    day: DAY,
    date,
    messageId,
    title: 'Т',
    summary: '',
    text: `пост ${messageId}`,
    ...more,
  };
}

function digest(id: string): DigestSample {
  const metadata = {
    featureFlags: { flag: true },
    llmModel: 'extractive',
    provenance: 'imported',
    timeRangeHours: 24,
  } as const;
  return {
    ...{ kind: 'digests', id, channel: CHANNEL, language: 'ru', summaryMarkdown: '# Д', posts: [] },
    ...{ latencySeconds: 0.5, createdAt: 1730840399999, metadata },
  };
}

describe('SqliteSeedSpool', () => {
  let root: string;
  let dataDir: string;
  let spool: SeedSpool;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'etalon-spool-'));
    dataDir = join(root, 'not', 'there', 'data');
    spool = await new SqliteSeedSpoolFactory(dataDir, CLOCK).open();
  });

  afterEach(async () => {
    await spool.discard();
    await rm(root, { recursive: true, force: true });
  });

  it('gives posts back by channel and day, in order', () => {
    spool.addPosts([post(3), post(1), post(2, { date: post(1).date })]);
    spool.addPosts([post(9, { channel: OTHER }), post(4, { day: NEXT })]);
    spool.addPosts([]);
    expect(spool.channels()).to.deep.equal([OTHER, CHANNEL]);
    expect([...spool.days(CHANNEL)]).to.deep.equal([
      [DAY, 3],
      [NEXT, 1],
    ]);
    expect(spool.posts(CHANNEL, DAY, 10)).to.deep.equal([post(1), post(2, { date: post(1).date }), post(3)]);
    expect(spool.posts(CHANNEL, parseCalendarDay('2024-11-09')!, 10)).to.deep.equal([]);
  });

  it('spreads a full day evenly', () => {
    spool.addPosts(Array.from({ length: 100 }, (_, index) => post(index)));
    const ids = spool.posts(CHANNEL, DAY, 4).map(({ messageId }) => messageId);
    expect(ids).to.deep.equal([0, 25, 50, 75]);
  });

  it('keeps texts and large numbers as they are', () => {
    const hostile = post(Number.MAX_SAFE_INTEGER, {
      date: 1730790000000,
      text: `'; DROP TABLE posts; -- \u2028 😀 "$where"`,
      title: '',
    });
    spool.addPosts([hostile]);
    expect(spool.posts(CHANNEL, DAY, 1)).to.deep.equal([hostile]);
  });

  it('gives records back by kind in the order in which they came, in batches', () => {
    const report = { kind: 'review_reports', id: 'r1' } as ReviewReportSample;
    for (const id of ['c', 'a', 'b']) spool.addRecord(digest(id));
    spool.addRecord(report);
    const batches = [...spool.records('digests', 2)];
    expect(batches.map((batch) => batch.map(({ id }) => id))).to.deep.equal([['c', 'a'], ['b']]);
    expect(batches[0]?.[0]).to.deep.equal(digest('c'));
    expect([...spool.records('review_reports', 5)]).to.deep.equal([[report]]);
  });

  it('makes the data folder and takes it away again', async () => {
    expect(existsSync(dataDir)).to.equal(true);
    await spool.discard();
    await spool.discard();
    expect(await readdir(root)).to.deep.equal([]);
  });

  it('leaves folders in which something else lives by now', async () => {
    await writeFile(join(dataDir, 'etalon.db'), '');
    await spool.discard();
    expect(await readdir(dataDir)).to.deep.equal(['etalon.db']);
  });

  it('leaves a data folder that was there before', async () => {
    const there = join(root, 'there', 'tmp');
    await mkdir(there, { recursive: true });
    await (await new SqliteSeedSpoolFactory(join(root, 'there'), CLOCK).open()).discard();
    expect(await readdir(there)).to.deep.equal([]);
  });

  it('lets several spools live side by side', async () => {
    const second = await new SqliteSeedSpoolFactory(dataDir, CLOCK).open();
    second.addPosts([post(1)]);
    expect(spool.channels()).to.deep.equal([]);
    await second.discard();
    spool.addPosts([post(1)]);
    expect(spool.channels()).to.deep.equal([CHANNEL]);
  });

  it('bears runs that come and go at the same time', async () => {
    await spool.discard();
    const comeAndGo = async (): Promise<void> => {
      for (let round = 0; round < 5; round++) await (await new SqliteSeedSpoolFactory(dataDir, CLOCK).open()).discard();
    };
    await Promise.all([comeAndGo(), comeAndGo(), comeAndGo()]);
    // Empty folders may stay: whoever made them left while somebody else was still in them.
    const left = await readdir(root, { recursive: true });
    expect(left.filter((path) => path.includes('seed-'))).to.deep.equal([]);
  });

  describe('leftovers', () => {
    const here = currentProcess();
    const spoolOf = (owner: Partial<ProcessIdentity>, suffix = 'abcdef'): string =>
      `seed-${processMark({ ...here, ...owner })}-${suffix}`;
    const container = { machine: 'boot pid:[1]', pid: 999_999_999 };
    const leave = async (name: string, age: number): Promise<string> => {
      const path = join(dataDir, 'tmp', name);
      await mkdir(path);
      await writeFile(join(path, 'spool.db'), '');
      const seconds = (NOW - age) / 1000;
      await utimes(join(path, 'spool.db'), seconds, seconds);
      return path;
    };
    const open = async (): Promise<void> => {
      await (await new SqliteSeedSpoolFactory(dataDir, CLOCK).open()).discard();
    };

    it('sweeps the spool of a process that was killed', async () => {
      const script =
        "const { SqliteSeedSpoolFactory } = await import('#etalon/infrastructure/spool/sqlite-seed-spool.factory.js');" +
        `await new SqliteSeedSpoolFactory(${JSON.stringify(dataDir)}, { now: () => 0 }).open();` +
        "console.log('open'); setInterval(() => {}, 1000);";
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      await open();
      expect((await readdir(join(dataDir, 'tmp'))).length, 'the living').to.equal(2);
      child.kill('SIGKILL');
      await once(child, 'exit');
      await open();
      expect((await readdir(join(dataDir, 'tmp'))).length, 'the dead').to.equal(1);
    });

    it('sweeps the spool of a process whose number another has by now', async function () {
      if (!existsSync('/proc/self/stat')) {
        console.log('      skipped: this system does not tell when a process began');
        this.skip();
      }
      const recycled = await leave(spoolOf({ startedAt: '1' }), 0);
      await open();
      expect(existsSync(recycled)).to.equal(false);
    });

    it('sweeps those of other machines, boots and containers after a day only', async () => {
      const fresh = await leave(spoolOf(container), 3_600_000);
      const old = await leave(spoolOf(container, 'ghijkl'), 25 * 3_600_000);
      await open();
      expect([existsSync(fresh), existsSync(old)]).to.deep.equal([true, false]);
    });

    it('leaves what is no spool', async () => {
      const foreign = await leave('seed-notes', 99 * 86_400_000);
      await mkdir(join(dataDir, 'tmp', spoolOf(container, 'mnopqr')));
      await open();
      expect(existsSync(foreign)).to.equal(true);
    });
  });

  describe('faults', () => {
    it('says when the data folder cannot be made', async () => {
      await writeFile(join(root, 'file'), '');
      const factory = new SqliteSeedSpoolFactory(join(root, 'file', 'data'), CLOCK);
      const error = await refusalOf(() => factory.open());
      expect(error.code).to.equal('DATA_DIR_UNUSABLE');
      expect(error.details).to.include({ path: join(root, 'file', 'data', 'tmp') });
    });

    it('says when the disk is full, and goes away all the same', async () => {
      const folder = await SpoolFolder.make(dataDir, NOW);
      const database = openSpoolDatabase(join(folder.path, 'spool.db'));
      database.exec('PRAGMA max_page_count = 20');
      const full = new SqliteSeedSpool(database, folder);
      const large = Array.from({ length: 500 }, (_, index) => post(index, { text: 'я'.repeat(2000) }));
      const error = await refusalOf(() => {
        full.addPosts(large);
      });
      expect(error.code).to.equal('DISK_FULL');
      await full.discard();
      expect(existsSync(folder.path)).to.equal(false);
    });

    it('names faults of the disk and nothing else', () => {
      const fault = (more: object) => spoolFault(Object.assign(new Error('x'), more), '/d');
      const codeOf = (more: object) => (fault(more) as EtalonError).code;
      expect(codeOf({ code: 'ENOSPC' })).to.equal('DISK_FULL');
      expect(codeOf({ code: 'EDQUOT' })).to.equal('DISK_FULL');
      expect(codeOf({ code: 'EROFS' })).to.equal('DATA_DIR_UNUSABLE');
      expect(codeOf({ errcode: 8 + 256 })).to.equal('DATA_DIR_UNUSABLE');
      const defect = new TypeError('x');
      expect(spoolFault(defect, '/d')).to.equal(defect);
      expect(spoolFault('text', '/d')).to.equal('text');
      const named = new EtalonError('DISK_FULL', 'x');
      expect(spoolFault(named, '/d')).to.equal(named);
    });
  });
});

describe('evenlySpread', () => {
  it('gives as many as asked for, in order, the first one among them', () => {
    const property = fc.property(fc.nat(300), fc.nat(50), (count, limit) => {
      const items = Array.from({ length: count }, (_, index) => index);
      const chosen = evenlySpread(items, limit);
      expect(chosen.length).to.equal(Math.min(count, limit));
      expect(chosen).to.deep.equal([...chosen].sort((a, b) => a - b));
      if (chosen.length > 0) expect(chosen[0]).to.equal(0);
      for (let at = 1; at < chosen.length; at++)
        expect(chosen[at]! - chosen[at - 1]!).to.be.at.most(Math.ceil(count / limit));
    });
    fc.assert(property, { numRuns: 500 });
  });
});
