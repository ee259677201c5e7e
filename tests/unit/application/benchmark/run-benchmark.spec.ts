import { appendFile, readFile, readdir, writeFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'chai';

import { ListRunsUseCase } from '#etalon/application/benchmark/list-runs.use-case.js';
import { ListScenariosUseCase } from '#etalon/application/benchmark/list-scenarios.use-case.js';
import { ReportRunUseCase } from '#etalon/application/benchmark/report-run.use-case.js';
import type { RunBenchmarkCommand } from '#etalon/application/benchmark/run-benchmark.command.js';
import { RunBenchmarkUseCase } from '#etalon/application/benchmark/run-benchmark.use-case.js';
import { ShowRunUseCase } from '#etalon/application/benchmark/show-run.use-case.js';
import type { Judge, Judgement } from '#etalon/application/ports/judge.port.js';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import type { ExportRecord } from '#etalon/domain/export/export-record.js';
import { SETTINGS, benchmarkPorts, exported } from '../../../support/benchmark-ports.js';
import { runRemarks } from '#etalon/presentation/report/run-remarks.js';
import { collect, expectCode } from '../../../support/expect-code.js';
import { digest, report } from '../../../support/samples.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const DAYS = Array.from({ length: 12 }, (_, index) => index + 1);
const DIGEST = { scenario: 'channel_digest_ru' } as const;
const synthetic = (number: number): DigestSample => {
  const made = digest(number);
  return { ...made, metadata: { ...made.metadata, provenance: 'synthetic' } };
};

/** A judge for tests of what a run does with judgements. */
function judge(kind: string, answer: (sample: ExportRecord) => Judgement | Promise<Judgement>): Judge {
  const identity = { kind, model: `${kind}-1`, promptVersion: '1', promptHash: null, cost: 'free' } as const;
  return { ...identity, judge: async (sample) => Promise.resolve(answer(sample)) };
}

const ALL = { coverage: 0.9, accuracy: 0.9, coherence: 0.9, informativeness: 0.9 };

/** Writes a manifest that lists the file beside it. */
async function withManifest(path: string, facts: object): Promise<void> {
  const manifest = { query: { 'digests.jsonl': { dataset: null } }, ...facts };
  await writeFile(join(dirname(path), 'manifest.json'), JSON.stringify(manifest));
}

describe('RunBenchmarkUseCase', () => {
  it('runs over the newest export, stores run and results, and gives both back', () =>
    inTemporaryFolder(async (folder) => {
      const ports = benchmarkPorts(folder);
      await exported(
        folder,
        DAYS.map((day) => digest(day)),
        '2024-12-30',
      );
      const path = await exported(
        folder,
        DAYS.map((day) => digest(day)),
      );
      const run = await new RunBenchmarkUseCase(ports, SETTINGS).execute(DIGEST);
      expect(run).to.include({ status: 'completed', timezone: 'Europe/Moscow', limit: null });
      expect(run.dataset).to.include({ path, samples: 12, imported: 12, name: 'digests' });
      expect(run.samples).to.deep.equal({ total: 12, scored: 12, unscored: 0, errors: 0 });
      expect(run.metrics.map(({ name }) => name)).to.deep.equal([
        ...['coverage', 'accuracy', 'coherence', 'informativeness', 'latency_p95'],
      ]);
      expect(run.preregistration.hash).to.match(/^[0-9a-f]{64}$/u);
      expect(run.environment).to.include({ etalon: '0.0.0', gitCommit: null });
      const store = await ports.stores.open();
      const results = await collect(store.runs.results(run.id));
      expect(results.map(({ day }) => day)).to.deep.equal(DAYS.map((day) => `2024-12-${String(day).padStart(2, '0')}`));
      expect(await new ShowRunUseCase(ports.stores).execute({ runId: run.id })).to.deep.equal(run);
      expect((await new ListRunsUseCase(ports.stores).execute({ limit: 5 })).map(({ id }) => id)).to.deep.equal([
        run.id,
      ]);
      expect(await ports.metrics.exposition()).to.match(/benchmark_samples_total\{[^}]*status="scored"[^}]*\} 12/u);
      await ports.stores.close();
    }));

  it('runs review reports too, and lists both scenarios', () =>
    inTemporaryFolder(async (folder) => {
      const ports = benchmarkPorts(folder);
      await exported(
        folder,
        DAYS.map((day) => report(day)),
      );
      const run = await new RunBenchmarkUseCase(ports, SETTINGS).execute({ scenario: 'review_summary_ru' });
      expect(run.dataset).to.include({ kind: 'review_reports', samples: 12 });
      const names = (await new ListScenariosUseCase(ports.scenarios).execute()).map(({ name }) => name);
      expect(names).to.deep.equal(['channel_digest_ru', 'review_summary_ru']);
      await ports.stores.close();
    }));

  it('has stored the hash of what it will measure before the judge is asked anything', () =>
    inTemporaryFolder(async (folder) => {
      let before: unknown;
      const asked = judge('asked', async () => {
        const [run] = await (await ports.stores.open()).runs.listRuns(1);
        before ??= { status: run!.status, hash: run!.preregistration.hash };
        return { status: 'scored', scores: ALL, notes: '' };
      });
      const ports = benchmarkPorts(folder, asked);
      await exported(folder, [digest(1)]);
      const run = await new RunBenchmarkUseCase(ports, SETTINGS).execute({ ...DIGEST, judge: 'asked' });
      expect(before).to.deep.equal({ status: 'running', hash: run.preregistration.hash });
      await ports.stores.close();
    }));

  it('pre-registers the same hash for the same facts wherever the file lies, another for others', () =>
    inTemporaryFolder(async (folder) => {
      const ports = benchmarkPorts(folder);
      const path = await exported(
        folder,
        DAYS.map((day) => digest(day)),
      );
      const copy = join(folder, 'copy.jsonl');
      await writeFile(copy, await readFile(path));
      const benchmark = new RunBenchmarkUseCase(ports, SETTINGS);
      const hash = async (changes: object) => (await benchmark.execute({ ...DIGEST, ...changes })).preregistration.hash;
      const first = await hash({});
      expect(await hash({ dataset: copy })).to.equal(first);
      for (const changes of [{ includeSynthetic: true }, { timezone: 'Asia/Tokyo' }, { limit: 5 }])
        expect(await hash(changes)).not.to.equal(first);
      await ports.stores.close();
    }));

  it('counts a failing judge as errors, never as scores, and a defect ends the run as failed', () =>
    inTemporaryFolder(async (folder) => {
      const failing = judge('failing', () => Promise.reject(new EtalonError('LLM_UNAVAILABLE', 'away')));
      const silent = judge('silent', () => ({ status: 'unscored', reason: 'no words' }));
      const broken = judge('broken', () => Promise.reject(new TypeError('a defect')));
      const ports = benchmarkPorts(folder, failing, silent, broken);
      await exported(
        folder,
        DAYS.map((day) => digest(day)),
      );
      const benchmark = new RunBenchmarkUseCase(ports, SETTINGS);
      const run = await benchmark.execute({ ...DIGEST, judge: 'failing' });
      expect(run).to.include({ verdict: 'INSUFFICIENT', coverage: 0 });
      expect(run.samples.errors).to.equal(12);
      expect((await benchmark.execute({ ...DIGEST, judge: 'silent' })).samples.unscored).to.equal(12);
      await benchmark.execute({ ...DIGEST, judge: 'broken' }).then(
        () => expect.fail('a defect was swallowed'),
        (error: unknown) => expect(error).to.be.instanceOf(TypeError),
      );
      const [last] = await (await ports.stores.open()).runs.listRuns(1);
      expect(last).to.include({ status: 'failed', verdict: null });
      await ports.stores.close();
    }));

  describe('that is interrupted', () => {
    const scored = { status: 'scored', scores: ALL, notes: '' } as const;
    const interruptedRun = (makeJudge: (stop: () => void) => Judge, known: number): Promise<void> =>
      inTemporaryFolder(async (folder) => {
        const controller = new AbortController();
        const ports = benchmarkPorts(
          folder,
          makeJudge(() => {
            controller.abort();
          }),
        );
        await exported(
          folder,
          DAYS.map((day) => digest(day)),
        );
        const benchmark = new RunBenchmarkUseCase(ports, SETTINGS);
        const error = await expectCode(
          'INTERRUPTED',
          benchmark.execute({ ...DIGEST, judge: 'stopper', signal: controller.signal }),
        );
        const { runs } = await ports.stores.open();
        const [last] = await runs.listRuns(1);
        expect(last).to.include({ status: 'interrupted', verdict: null, id: error.details['run_id'] });
        expect(last?.durationSeconds).to.be.a('number');
        expect(error.hint).to.include(`--resume ${last!.id}`);
        expect(await collect(runs.results(last!.id))).to.have.length(known);
        await ports.stores.close();
      });

    it('stops between two samples and keeps what is known', () => {
      let calls = 0;
      return interruptedRun((stop) => {
        return judge('stopper', async () => {
          calls += 1;
          // The signal comes while nobody waits for it, as it does from outside.
          if (calls === 5) stop();
          return Promise.resolve(scored);
        });
      }, 4);
    });

    it('does not wait for a judge that does not answer', () => {
      let calls = 0;
      return interruptedRun((stop) => {
        return judge('stopper', () => {
          calls += 1;
          if (calls < 4) return scored;
          setImmediate(stop);
          return new Promise<never>(() => undefined);
        });
      }, 3);
    });

    it('before anything is judged leaves nothing', () =>
      inTemporaryFolder(async (folder) => {
        const ports = benchmarkPorts(folder);
        await exported(folder, [digest(1)]);
        const signal = AbortSignal.abort();
        await expectCode('INTERRUPTED', new RunBenchmarkUseCase(ports, SETTINGS).execute({ ...DIGEST, signal }));
        expect(await readdir(folder)).to.deep.equal(['benchmarks']);
      }));
  });

  it('keeps the results that were known when a judge breaks', () =>
    inTemporaryFolder(async (folder) => {
      let calls = 0;
      const broken = judge('broken', () => {
        calls += 1;
        if (calls > 5) throw new TypeError('a defect');
        return { status: 'scored', scores: ALL, notes: '' };
      });
      const ports = benchmarkPorts(folder, broken);
      await exported(
        folder,
        DAYS.map((day) => digest(day)),
      );
      const ended = new RunBenchmarkUseCase(ports, SETTINGS).execute({ ...DIGEST, judge: 'broken' });
      expect(await ended.catch((error: unknown) => error)).to.be.instanceOf(TypeError);
      const { runs } = await ports.stores.open();
      const [last] = await runs.listRuns(1);
      expect(await collect(runs.results(last!.id))).to.have.length(5);
      await ports.stores.close();
    }));

  it('leaves synthetic samples out of the verdict unless told otherwise', () =>
    inTemporaryFolder(async (folder) => {
      const ports = benchmarkPorts(folder);
      await exported(
        folder,
        DAYS.map((day) => (day > 9 ? synthetic(day) : digest(day))),
      );
      const benchmark = new RunBenchmarkUseCase(ports, SETTINGS);
      expect((await benchmark.execute(DIGEST)).metrics[0]).to.include({ n: 9 });
      expect((await benchmark.execute({ ...DIGEST, includeSynthetic: true })).metrics[0]).to.include({ n: 12 });
      await exported(folder, DAYS.map(synthetic));
      expect((await benchmark.execute(DIGEST)).verdict).to.equal('INSUFFICIENT');
      await ports.stores.close();
    }));

  it('draws the same samples for the same limit, a smaller draw inside a larger one, in the order of the data', () =>
    inTemporaryFolder(async (folder) => {
      const ports = benchmarkPorts(folder);
      await exported(
        folder,
        DAYS.map((day) => digest(day)),
      );
      const positions = async (limit: number) => {
        const run = await new RunBenchmarkUseCase(ports, SETTINGS).execute({ ...DIGEST, limit });
        return (await collect((await ports.stores.open()).runs.results(run.id))).map(({ position }) => position);
      };
      const five = await positions(5);
      expect(five).to.have.length(5);
      expect(five).to.deep.equal([...five].sort((a, b) => a - b));
      expect(await positions(5)).to.deep.equal(five);
      expect(await positions(8)).to.include.members(five);
      expect(await positions(99)).to.have.length(12);
      await ports.stores.close();
    }));

  it('takes days from the zone of the manifest beside the file, and the name of the data set', () =>
    inTemporaryFolder(async (folder) => {
      const ports = benchmarkPorts(folder);
      const path = await exported(folder, [digest(1), digest(2)]);
      const manifest = { timezone: 'Asia/Tokyo', query: { 'digests.jsonl': { dataset: 'winter' } } };
      await writeFile(join(dirname(path), 'manifest.json'), JSON.stringify(manifest));
      const run = await new RunBenchmarkUseCase(ports, SETTINGS).execute(DIGEST);
      expect(run).to.include({ timezone: 'Asia/Tokyo' });
      expect(run.dataset.name).to.equal('winter');
      const [first] = await collect((await ports.stores.open()).runs.results(run.id));
      expect(first!.day).to.equal('2024-12-02');
      await ports.stores.close();
    }));

  it('says when the data set file is a part of what the store held, and when nothing vouches for it', () =>
    inTemporaryFolder(async (folder) => {
      const ports = benchmarkPorts(folder);
      const path = await exported(folder, [digest(1), digest(2)]);
      const files = [{ path: 'digests.jsonl', sha256: await ports.files.sha256(path) }];
      const remarksWith = async (query: object) => {
        await withManifest(path, { files, query: { 'digests.jsonl': { dataset: null, ...query } } });
        return runRemarks(await new RunBenchmarkUseCase(ports, SETTINGS).execute(DIGEST)).join(' ');
      };
      expect(await remarksWith({ limit: 2, real_only: true })).to.include('exported with --limit 2 --real-only');
      expect(await remarksWith({ sample: { seed: 1, size: 2 } })).to.include('exported with --sample 2');
      const whole = await remarksWith({ limit: 3, sample: null, real_only: false });
      expect(whole).not.to.include('exported with').and.not.to.include('No manifest');
      await rm(join(dirname(path), 'manifest.json'));
      const bare = await new RunBenchmarkUseCase(ports, SETTINGS).execute(DIGEST);
      expect(runRemarks(bare).join(' ')).to.include('No manifest lists the data set file');
      await ports.stores.close();
    }));

  describe('refuses, creating nothing', () => {
    const cases: readonly [string, string, Partial<RunBenchmarkCommand>, (path: string) => Promise<void>, RegExp][] = [
      ['an unknown scenario', 'SCENARIO_NOT_FOUND', { scenario: 'none' }, async () => Promise.resolve(), /none/u],
      ['an unknown judge', 'BENCHMARK_JUDGE_UNKNOWN', { judge: 'oracle' }, async () => Promise.resolve(), /oracle/u],
      ['an unknown zone', 'USAGE', { timezone: 'Mars/Base' }, async () => Promise.resolve(), /Mars\/Base/u],
      [
        'a missing file',
        'BENCHMARK_DATASET_NOT_FOUND',
        { dataset: 'no.jsonl' },
        async () => Promise.resolve(),
        /no\.jsonl/u,
      ],
      ['a bad line', 'BENCHMARK_DATASET_INVALID', {}, (path) => appendFile(path, '{"sample_id": 5}\n'), /line 3/u],
      [
        'a repeated id',
        'BENCHMARK_DATASET_INVALID',
        {},
        async (path) => appendFile(path, (await readFile(path, 'utf8')).split('\n')[0]! + '\n'),
        /line 3.*on line 1/u,
      ],
      [
        'a file that the manifest beside it describes otherwise',
        'BENCHMARK_DATASET_DIFFERS',
        {},
        (path) => withManifest(path, { files: [{ path: 'digests.jsonl', sha256: 'a'.repeat(64) }] }),
        /digests\.jsonl is not the file that the manifest .* not a{64}/u,
      ],
      [
        'a zone of the manifest that does not exist',
        'EXPORT_MANIFEST_INVALID',
        {},
        (path) => withManifest(path, { timezone: 'Mars/Base' }),
        /manifest beside .*digests\.jsonl names the time zone "Mars\/Base"/u,
      ],
      [
        'a metric that the judge does not give',
        'SCENARIO_INVALID',
        { scenario: 'misspelt.yaml' },
        async (path) => {
          const text = await readFile('config/scenarios/channel_digest_ru.yaml', 'utf8');
          await writeFile(join(dirname(path), 'misspelt.yaml'), text.replace('name: coverage', 'name: coverege'));
        },
        /misspelt\.yaml: the judge lexical gives no score named coverege/u,
      ],
      ['an empty file', 'BENCHMARK_DATASET_EMPTY', {}, (path) => writeFile(path, ''), /no sample/u],
    ];
    for (const [name, code, changes, prepare, message] of cases)
      it(name, () =>
        inTemporaryFolder(async (folder) => {
          const ports = benchmarkPorts(folder);
          const path = await exported(folder, [digest(1), digest(2)]);
          await prepare(path);
          const { scenario } = changes;
          const own = scenario?.endsWith('.yaml') === true ? { scenario: join(dirname(path), scenario) } : {};
          const error = await expectCode(
            code,
            new RunBenchmarkUseCase(ports, SETTINGS).execute({ ...DIGEST, ...changes, ...own }),
          );
          expect(error.message).to.match(message);
          expect(await readdir(folder)).to.deep.equal(['benchmarks']);
        }),
      );

    it('to run without any export, naming the command that makes one', () =>
      inTemporaryFolder(async (folder) => {
        const benchmark = new RunBenchmarkUseCase(benchmarkPorts(folder), SETTINGS);
        const error = await expectCode(
          'BENCHMARK_DATASET_NOT_FOUND',
          benchmark.execute({ scenario: 'review_summary_ru' }),
        );
        expect(error.hint).to.include('etalon export review-reports');
      }));
  });

  it('notices a data set that changes while it is judged', () =>
    inTemporaryFolder(async (folder) => {
      let path = '';
      const writer = judge('writer', async () => {
        const text = await readFile(path, 'utf8');
        await writeFile(path, text.replaceAll('"latency_seconds":0.25', '"latency_seconds":0.35'));
        return { status: 'scored', scores: ALL, notes: '' };
      });
      const ports = benchmarkPorts(folder, writer);
      path = await exported(
        folder,
        DAYS.map((day) => digest(day, { summaryMarkdown: 'Мост открыт. '.repeat(30_000) })),
      );
      await expectCode(
        'BENCHMARK_DATASET_CHANGED',
        new RunBenchmarkUseCase(ports, SETTINGS).execute({ ...DIGEST, judge: 'writer' }),
      );
      await ports.stores.close();
    }));
});

describe('ReportRunUseCase', () => {
  it('collects means by channel and day and the worst samples with their text, while the file is the same', () =>
    inTemporaryFolder(async (folder) => {
      const ports = benchmarkPorts(folder);
      const path = await exported(
        folder,
        DAYS.map((day) => digest(day)),
      );
      const run = await new RunBenchmarkUseCase(ports, SETTINGS).execute(DIGEST);
      const reports = new ReportRunUseCase(ports.stores, ports.files);
      const { heat, worst } = await reports.execute({ runId: run.id });
      expect(Object.keys(heat)).to.deep.equal(['coverage', 'accuracy', 'coherence', 'informativeness']);
      expect(heat['coverage']).to.have.length(12);
      expect(worst).to.have.length(10);
      expect(worst[0]!.text!.summary).to.include('Открыт мост');
      await appendFile(path, ' ');
      expect((await reports.execute({ runId: run.id })).worst[0]!.text).to.equal(null);
      await ports.stores.close();
    }));

  it('knows when there is no such run, or no store at all', () =>
    inTemporaryFolder(async (folder) => {
      const { stores, files } = benchmarkPorts(folder);
      await expectCode('RUN_NOT_FOUND', new ReportRunUseCase(stores, files).execute({ runId: 'run-0' }));
      expect(await new ListRunsUseCase(stores).execute({ limit: 5 })).to.deep.equal([]);
      await stores.open();
      await expectCode('RUN_NOT_FOUND', new ShowRunUseCase(stores).execute({ runId: 'run-0' }));
      await stores.close();
    }));
});
