import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { SampleSpotcheckUseCase } from '#etalon/application/dataset/spotcheck/sample-spotcheck.use-case.js';
import { SignSpotcheckUseCase } from '#etalon/application/dataset/spotcheck/sign-spotcheck.use-case.js';
import type { Spotcheck } from '#etalon/domain/dataset/spotcheck/spotcheck.js';
import { RussianTextTools } from '#etalon/infrastructure/text/russian-text-tools.js';
import { exportPorts, filled, recordOf } from '../../../../support/export-ports.js';
import { failureOf } from '../../../../support/failure-of.js';
import type { MemoryStore } from '../../../../support/memory-store.js';
import { digest } from '../../../../support/samples.js';
import { inTemporaryFolder } from '../../../../support/temporary-folder.js';

const PLAN = { name: 'default', seed: 7, perChannel: 3 };
const WORD = { name: 'default', reviewer: 'Анна', role: 'analyst', verdict: 'ok', note: 'Хорошо' } as const;

interface Desk {
  readonly store: MemoryStore;
  readonly folder: string;
  readonly sample: SampleSpotcheckUseCase;
  readonly sign: SignSpotcheckUseCase;
}

async function atDesk(work: (desk: Desk) => Promise<void>, days = 9): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const store = await filled(days);
    await store.datasets.save(recordOf('2024-12-01', '2024-12-09'));
    const ports = { ...exportPorts(store, folder), textTools: new RussianTextTools() };
    await work({
      ...{ store, folder },
      sample: new SampleSpotcheckUseCase(ports),
      sign: new SignSpotcheckUseCase(ports),
    });
  });
}

async function documentIn(folder: string): Promise<Spotcheck> {
  return JSON.parse(await readFile(join(folder, 'ru_spotcheck.json'), 'utf8')) as Spotcheck;
}

describe('SampleSpotcheckUseCase', () => {
  it('draws so many of each kind from each channel, by seed, and writes both files', async () => {
    await atDesk(async ({ store, sample, folder }) => {
      await store.datasets.save({ ...recordOf('2024-12-01', '2024-12-09'), channels: ['@city', '@other'] });
      await store.digests.upsertMany([digest(5, { id: 'o5', channel: '@other' })]);
      const first = await sample.execute(PLAN);
      expect(first.folder).to.equal(join(folder, 'benchmarks/snapshots/2024-12-09'));
      expect((await readdir(first.folder)).sort()).to.deep.equal(['ru_spotcheck.json', 'ru_spotcheck.md']);
      const drawn = first.spotcheck.samples.map(({ kind, channel }) => `${kind} ${channel}`);
      expect(drawn).to.deep.equal([
        ...Array<string>(3).fill('digests @city'),
        'digests @other',
        ...Array<string>(3).fill('review_reports @city'),
      ]);
      expect((await sample.execute(PLAN)).spotcheck).to.deep.equal(first.spotcheck);
      const other = await sample.execute({ ...PLAN, seed: 8 });
      expect(other.spotcheck.hash).to.not.equal(first.spotcheck.hash);
      expect(await documentIn(first.folder)).to.deep.equal(other.spotcheck);
    });
  });

  it('counts samples whose checklist fails', async () => {
    await atDesk(async ({ store, sample }) => {
      const english = 'This digest is written in English and nobody has noticed it yet.';
      await store.digests.upsertMany([digest(1, { summaryMarkdown: `## News\n\n${english}` })]);
      const { spotcheck } = await sample.execute({ ...PLAN, perChannel: 9 });
      const failed = spotcheck.samples.filter(({ checks }) => checks.some(({ ok }) => !ok));
      expect(failed.map(({ id }) => id)).to.include('digest-city-2024-12-01');
      expect([spotcheck.failed, spotcheck.passed]).to.deep.equal([failed.length, 18 - failed.length]);
    });
  });

  it("lies beside its data set's snapshot, whatever other data sets there are", async () => {
    await atDesk(async ({ store, folder, sample, sign }) => {
      await store.datasets.save({ ...recordOf('2024-12-01', '2024-12-05'), name: 'earlier' });
      await store.datasets.save({ ...recordOf('2024-12-01', '2024-12-09'), name: 'twin' });
      const { folder: own } = await sample.execute(PLAN);
      await sign.execute(WORD);
      const earlier = await sample.execute({ ...PLAN, name: 'earlier' });
      const twin = await sample.execute({ ...PLAN, name: 'twin' });
      await sign.execute({ ...WORD, name: 'twin', reviewer: 'Борис' });
      const snapshots = join(folder, 'benchmarks/snapshots');
      expect([own, earlier.folder, twin.folder]).to.deep.equal(
        ['2024-12-09', '2024-12-05/earlier', '2024-12-09/twin'].map((name) => join(snapshots, name)),
      );
      const signers = async (path: string): Promise<readonly string[]> =>
        (await documentIn(path)).sign_offs.map(({ reviewer }) => reviewer);
      expect([await signers(own), await signers(earlier.folder), await signers(twin.folder)]).to.deep.equal([
        ['Анна'],
        [],
        ['Борис'],
      ]);
    });
  });

  it('keeps a signed spot check beside the draw that takes its place, and takes its sign-offs up again', async () => {
    await atDesk(async ({ sample, sign }) => {
      const { spotcheck, folder, kept: none } = await sample.execute(PLAN);
      await sign.execute(WORD);
      const { kept } = await sample.execute({ ...PLAN, seed: 8 });
      const stem = `ru_spotcheck.${spotcheck.hash.slice(0, 12)}`;
      expect([none, kept]).to.deep.equal([null, join(folder, `${stem}.json`)]);
      const names = [`${stem}.json`, `${stem}.md`, 'ru_spotcheck.json', 'ru_spotcheck.md'];
      expect((await readdir(folder)).sort()).to.deep.equal(names);
      expect(await readFile(join(folder, `${stem}.md`), 'utf8')).to.contain('Анна');
      expect((await sample.execute({ ...PLAN, seed: 9 })).kept).to.equal(null);
      const again = await sample.execute(PLAN);
      expect(again.spotcheck.sign_offs.map(({ reviewer }) => reviewer)).to.deep.equal(['Анна']);
    });
  });

  it('keeps a file that cannot be read as a spot check', async () => {
    await atDesk(async ({ sample }) => {
      const { folder } = await sample.execute(PLAN);
      await writeFile(join(folder, 'ru_spotcheck.json'), '{"sign_offs": [');
      const { kept } = await sample.execute(PLAN);
      expect(await readFile(kept!, 'utf8')).to.equal('{"sign_offs": [');
    });
  });

  it('needs a data set, and documents in it', async () => {
    await atDesk(async ({ sample, folder }) => {
      expect((await failureOf(sample.execute({ ...PLAN, name: 'x' }))).code).to.equal('DATASET_NOT_FOUND');
      expect((await failureOf(sample.execute(PLAN))).code).to.equal('DATASET_EMPTY');
      expect(await readdir(folder)).to.deep.equal([]);
    }, 0);
  });
});

describe('SignSpotcheckUseCase', () => {
  it('adds one sign-off after another, and a new draw of the same keeps them', async () => {
    await atDesk(async ({ sample, sign }) => {
      const { spotcheck, folder } = await sample.execute(PLAN);
      await sign.execute(WORD);
      await sign.execute({ ...WORD, reviewer: 'Борис', role: 'engineer', verdict: 'rework' });
      const { sign_offs } = await documentIn(folder);
      expect(sign_offs.map(({ reviewer, hash }) => [reviewer, hash])).to.deep.equal([
        ['Анна', spotcheck.hash],
        ['Борис', spotcheck.hash],
      ]);
      expect(await readFile(join(folder, 'ru_spotcheck.md'), 'utf8')).to.contain('| Борис | engineer | rework |');
      expect((await sample.execute(PLAN)).spotcheck.sign_offs).to.deep.equal(sign_offs);
      expect((await sample.execute({ ...PLAN, seed: 8 })).spotcheck.sign_offs).to.deep.equal([]);
    });
  });

  it('has nothing to sign before a draw', async () => {
    await atDesk(async ({ sign }) => {
      expect((await failureOf(sign.execute(WORD))).code).to.equal('SPOTCHECK_NOT_FOUND');
    });
  });

  it('loses no sign-off of people who sign at the same moment', async () => {
    await atDesk(async ({ sample, sign }) => {
      const { folder } = await sample.execute(PLAN);
      const reviewers = ['Анна', 'Борис', 'Вера', 'Глеб', 'Дарья'];
      await Promise.all(reviewers.map((reviewer) => sign.execute({ ...WORD, reviewer })));
      const signed = (await documentIn(folder)).sign_offs.map(({ reviewer }) => reviewer);
      expect([...signed].sort()).to.deep.equal(reviewers);
      expect((await readdir(folder)).sort()).to.deep.equal(['ru_spotcheck.json', 'ru_spotcheck.md']);
    });
  });

  it('does not sign what another data set left in the folder', async () => {
    await atDesk(async ({ store, sample, sign }) => {
      await store.datasets.save({ ...recordOf('2024-12-01', '2024-12-09'), name: 'b' });
      const { folder } = await sample.execute({ ...PLAN, name: 'b' });
      await rename(join(folder, 'ru_spotcheck.json'), join(folder, '..', 'ru_spotcheck.json'));
      expect((await failureOf(sign.execute(WORD))).code).to.equal('SPOTCHECK_NOT_FOUND');
    });
  });

  it('is refused when a sample has changed or is gone, and the files stay', async () => {
    await atDesk(async ({ store, sample, sign }) => {
      const { spotcheck, folder } = await sample.execute({ ...PLAN, perChannel: 9 });
      await store.digests.upsertMany([digest(1, { latencySeconds: 99 })]);
      await sign.execute(WORD);
      await store.digests.upsertMany([digest(2, { summaryMarkdown: 'Другое' })]);
      await store.digests.deleteMany([digest(3).id]);
      const error = await failureOf(sign.execute(WORD));
      expect(error.code).to.equal('SPOTCHECK_STALE');
      expect(error.details['changed']).to.deep.equal([digest(2).id, digest(3).id]);
      expect((await documentIn(folder)).sign_offs).to.have.length(1);
      expect((await documentIn(folder)).hash).to.equal(spotcheck.hash);
    });
  });

  it('is refused when the file was changed by hand', async () => {
    await atDesk(async ({ sample, sign }) => {
      const { folder } = await sample.execute(PLAN);
      const path = join(folder, 'ru_spotcheck.json');
      const text = await readFile(path, 'utf8');
      for (const edited of [text.replace('"ok": true', '"ok": false'), '{', text.replace('"seed": 7', '"seed": 8')]) {
        await writeFile(path, edited);
        expect((await failureOf(sign.execute(WORD))).code).to.equal('SPOTCHECK_STALE');
      }
    });
  });
});
