import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { ProgressReporter } from '#etalon/application/ports/progress.port.js';
import type { Store } from '#etalon/application/ports/store.port.js';
import type { CopyOutcome } from '#etalon/application/store/copy-outcome.js';
import { CopyStoreUseCase } from '#etalon/application/store/copy-store.use-case.js';
import type { CalendarDay } from '#etalon/domain/time/calendar-day.js';
import { ConfiguredStoreTargets } from '#etalon/infrastructure/persistence/configured-store-targets.js';
import { SilentProgress } from '#etalon/infrastructure/progress/silent-progress.js';
import { CryptoIdGenerator } from '#etalon/infrastructure/system/crypto-id-generator.js';
import { NodeHasher } from '#etalon/infrastructure/system/node-hasher.js';
import { finishedRun, scored } from '../../support/benchmark-run.js';
import { collect, expectCode } from '../../support/expect-code.js';
import { digest, digests, report } from '../../support/sample-factory.js';
import { STORE_ADAPTERS, type StorePlace } from '../../support/store-harness.js';
import { TcpProxy } from '../../support/tcp-proxy.js';
import { TestClock } from '../../support/test-clock.js';

const TIMEOUT_MS = 2_000;
const COUNT = 450;
const NO_MONGODB = '    skipped: no MongoDB';

/** The address that a command would give. */
function addressOf(place: StorePlace, port?: number): string {
  if ('file' in place.childSettings) return place.childSettings.file;
  const url = new URL(place.childSettings.url);
  url.pathname = `/${place.childSettings.dbName}`;
  if (port !== undefined) url.port = String(port);
  if (!url.searchParams.has('authSource') && url.username !== '') url.searchParams.set('authSource', 'admin');
  return url.href;
}

function copy(
  source: Store,
  to: string,
  replace = false,
  progress: ProgressReporter = new SilentProgress(),
  clock = new TestClock(),
): Promise<CopyOutcome> {
  const ids = new CryptoIdGenerator(clock);
  const targets = new ConfiguredStoreTargets({ dbName: 'unused', timeoutMs: TIMEOUT_MS }, clock, ids);
  const stores = {
    open: () => Promise.resolve(source),
    openExisting: () => Promise.resolve(source),
    close: () => Promise.resolve(),
  };
  return new CopyStoreUseCase({ stores, targets, hasher: new NodeHasher(), ids, clock, progress }).execute({
    to,
    replace,
  });
}

/** Something of everything that a store holds. */
async function fill(store: Store): Promise<void> {
  await store.digests.upsertMany(digests(COUNT));
  await store.reviewReports.upsertMany([report(1), report(2)]);
  const odd = {
    digest_id: 'old-😀',
    channel: '@team',
    created_at: '2024-01-05T12:00:00',
    digest: 'Итог.',
    own: { $numberLong: '9007199254740993' },
  };
  await store.documents.putMany('digests', [{ id: odd.digest_id, document: odd }]);
  const results = [scored(1, 0.5), scored(2, 1)];
  await store.runs.saveRun(finishedRun(results));
  await store.runs.saveResults('run-1', results);
  await store.datasets.save({
    ...{ name: 'default', origin: 'seeded', status: 'complete', timezone: 'Europe/Moscow', floor: 1, seed: 1 },
    ...{ firstDay: '2024-01-01' as CalendarDay, lastDay: '2024-01-30' as CalendarDay },
    channels: ['@channel_a', '@channel_b', '@team'],
    digester: { name: 'extractive', version: '1' },
    ...{ datasetHash: null, scoresHash: null, updatedAt: 5 },
  });
}

async function everything(store: Store): Promise<readonly unknown[]> {
  const collections = ['digests', 'review_reports', 'datasets', 'benchmark_runs', 'benchmark_results'] as const;
  const all: unknown[] = [];
  for (const collection of collections) all.push(await collect(store.documents.stream(collection)));
  return all;
}

function totals({ collections }: CopyOutcome): readonly (readonly number[])[] {
  return collections.map(({ copied, replaced, unchanged, others }) => [copied, replaced, unchanged, others]);
}

describe('CopyStoreUseCase', () => {
  const places: StorePlace[] = [];
  const placeOf = async (index: number): Promise<StorePlace | undefined> => {
    const place = await STORE_ADAPTERS[index]!.place();
    if (place !== undefined) places.push(place);
    return place;
  };
  afterEach(async () => {
    for (const place of places.splice(0)) await place.dispose();
  });

  for (const [from, to] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const) {
    it(`copies everything from ${STORE_ADAPTERS[from]!.name} to ${STORE_ADAPTERS[to]!.name}, once, and leaves the source alone`, async function () {
      this.timeout(60_000);
      const [here, there] = [await placeOf(from), await placeOf(to)];
      if (here === undefined || there === undefined) {
        console.log(NO_MONGODB);
        return this.skip();
      }
      const source = await here.open();
      await fill(source);
      const before = await everything(source);
      const first = await copy(source, addressOf(there));
      expect(first.ok).to.equal(true);
      expect(totals(first)).to.deep.equal([
        [COUNT + 1, 0, 0, 0],
        [2, 0, 0, 0],
        [2, 0, 0, 0],
        [1, 0, 0, 0],
        [1, 0, 0, 0],
      ]);
      expect(first.datasets.map(({ name, equal }) => [name, equal])).to.deep.equal([['default', true]]);
      for (const { sha256 } of first.collections) expect(sha256.target).to.equal(sha256.source);
      const target = await there.open();
      expect(await everything(target)).to.deep.equal(before);
      expect(await collect(target.runs.results('run-1'))).to.deep.equal(await collect(source.runs.results('run-1')));
      expect(await target.digests.upsertMany(digests(COUNT))).to.deep.equal({
        inserted: 0,
        updated: 0,
        unchanged: COUNT,
      });
      const second = await copy(source, addressOf(there));
      expect(totals(second).map(([copied, replaced]) => [copied, replaced])).to.deep.equal(Array(5).fill([0, 0]));
      expect(await everything(source)).to.deep.equal(before);
    });
  }

  const pair = async (): Promise<{ source: Store; target: Store; to: string }> => {
    const [here, there] = [await placeOf(0), await placeOf(0)];
    const source = await here!.open();
    await fill(source);
    return { source, target: await there!.open(), to: addressOf(there!) };
  };

  it('refuses to replace what differs, naming it, and copies nothing; replaces it when told to; keeps the rest', async () => {
    const { source, target, to } = await pair();
    await target.digests.upsertMany([digest(3, { summaryMarkdown: 'Своё.' }), digest(COUNT + 7)]);
    const error = await expectCode('STORE_COPY_CONFLICT', copy(source, to));
    expect(error.details).to.deep.equal({ collection: 'digests', id: digest(3).id });
    expect(await target.documents.count('review_reports')).to.equal(0);
    const outcome = await copy(source, to, true);
    expect([outcome.ok, totals(outcome)[0]]).to.deep.equal([true, [COUNT, 1, 0, 1]]);
    expect(await target.documents.count('digests')).to.equal(COUNT + 2);
  });

  it('says that a data set has other documents there', async () => {
    const { source, target, to } = await pair();
    await target.digests.upsertMany([digest(0, { id: 'of-somebody-else' })]);
    const outcome = await copy(source, to);
    expect([outcome.ok, outcome.datasets[0]?.equal, totals(outcome)[0]?.[3]]).to.deep.equal([false, false, 1]);
  });

  it('refuses the store itself, however it is written', async () => {
    const here = await placeOf(0);
    const source = await here!.open();
    const file = addressOf(here!);
    await symlink(file, `${file}.link`);
    for (const address of [file, `${file}.link`]) await expectCode('STORE_COPY_SAME', copy(source, address));
  });

  it('waits for nobody: a store that another one writes is refused, and so is one of two copies at once', async () => {
    const { source, target, to } = await pair();
    for (const store of [source, target])
      await store.lock.hold('seed', async () => {
        const error = await expectCode('STORE_LOCKED', copy(source, to));
        expect(error.details['purpose']).to.equal('seed');
      });
    const both = await Promise.allSettled([copy(source, to), copy(source, to)]);
    const codes = both.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code));
    expect(codes.sort()).to.deep.equal(['STORE_LOCKED', 'done']);
  });

  it('notices that somebody writes to the source past its lock', async () => {
    const { source, to } = await pair();
    let added: Promise<unknown> | undefined;
    const progress: ProgressReporter = {
      start: () => ({
        advance: () => {
          added ??= source.digests.upsertMany([digest(0, { summaryMarkdown: 'Позже.' })]);
        },
        finish: () => undefined,
      }),
    };
    const outcome = await copy(source, to, false, progress);
    await added;
    expect(outcome.ok).to.equal(false);
    expect(outcome.collections[0]).to.deep.include({ differences: 1, first: { id: digest(0).id, kind: 'different' } });
    expect((await copy(source, to, true)).ok).to.equal(true);
  });

  it('says that the target went away, and the same copy completes it', async function () {
    this.timeout(60_000);
    const [here, there] = [await placeOf(0), await placeOf(1)];
    if (there === undefined || !('url' in there.childSettings)) {
      console.log(NO_MONGODB);
      return this.skip();
    }
    const source = await here!.open();
    await fill(source);
    const { hostname, port } = new URL(there.childSettings.url);
    const proxy = await TcpProxy.to(hostname, Number(port || 27_017));
    const progress: ProgressReporter = {
      start: () => ({
        advance: () => {
          proxy.set({ kind: 'cut' });
        },
        finish: () => undefined,
      }),
    };
    try {
      const error = await expectCode('STORE_UNAVAILABLE', copy(source, addressOf(there, proxy.port), false, progress));
      expect(error.message).to.contain(`127.0.0.1:${proxy.port}`).and.not.contain('@');
    } finally {
      await proxy.close();
    }
    const target = await there.open();
    const half = await target.documents.count('digests');
    expect(half).to.be.within(1, COUNT);
    // The lock that could not be given back is this living process's own: its lease has to end.
    const later = new TestClock();
    later.advance(31_000);
    const outcome = await copy(source, addressOf(there), false, new SilentProgress(), later);
    expect([outcome.ok, totals(outcome)[0]]).to.deep.equal([true, [COUNT + 1 - half, 0, half, 0]]);
    await expectCode('STORE_UNAVAILABLE', copy(source, 'mongodb://127.0.0.1:9/x'));
  });

  it('says that the disk of the target is full, and the same copy completes it', async function () {
    const folder = await mkdtemp(join(tmpdir(), 'etalon-copy-'));
    const disk = join(folder, 'disk');
    await mkdir(disk);
    try {
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=500k', 'tmpfs', disk]).status !== 0) {
        console.log('    skipped: mounting a small disk needs root and mount(8)');
        return this.skip();
      }
      const source = await (await placeOf(0))!.open();
      await fill(source);
      const to = join(disk, 'copy.db');
      expect((await expectCode('DISK_FULL', copy(source, to))).message).to.contain(to);
      spawnSync('mount', ['-o', 'remount,size=64m', disk]);
      expect((await copy(source, to)).ok).to.equal(true);
      expect((await readFile(to)).length).to.be.greaterThan(500_000);
    } finally {
      // Lazily: SQLite lets go of a file only when its statements are collected.
      spawnSync('umount', ['-l', disk]);
      await rm(folder, { recursive: true, force: true });
    }
  });
});
