import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { pictureResults } from '../../domain/benchmark/report/picture-results.js';
import type { NotableSample, RunReport } from '../../domain/benchmark/report/run-report.js';
import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { SampleFiles } from '../ports/sample-files.port.js';
import type { Store, StoreProvider } from '../ports/store.port.js';
import { findRun } from './find-run.js';
import { scoreNames } from './score-names.js';

/** How many of the worst and of the best samples are shown. */
const NOTABLE = 10;

/** Collects what a report of a run shows: the run, how its results look, the samples at either end with their text. */
export class ReportRunUseCase {
  constructor(
    private readonly stores: StoreProvider,
    private readonly files: SampleFiles,
  ) {}

  /** @throws RUN_NOT_FOUND */
  async execute(command: { readonly runId: string }): Promise<RunReport> {
    const { run, store } = await findRun(this.stores, command.runId);
    const { worst, best, ...picture } = await this.#picture(run, store);
    const texts = await this.#texts(run, new Set([...worst, ...best].map(({ sampleId }) => sampleId)));
    const shown = (results: readonly SampleResult[]): readonly NotableSample[] =>
      results.map((result) => ({ result, text: texts.get(result.sampleId) ?? null }));
    return { run, ...picture, worst: shown(worst), best: shown(best) };
  }

  async #picture(run: BenchmarkRun, store: Store) {
    const metrics = await scoreNames(run, store);
    return await pictureResults(run, store.runs.results(run.id), { metrics, notable: NOTABLE });
  }

  /** Texts from the data set file; none when it is gone or is not the one that was judged. */
  async #texts(run: BenchmarkRun, wanted: ReadonlySet<string>): Promise<ReadonlyMap<string, Text>> {
    try {
      const reading = this.files.read(run.dataset.path, run.dataset.kind);
      const texts = new Map<string, Text>();
      for await (const { record } of reading)
        if (wanted.has(record.sampleId))
          texts.set(record.sampleId, { source: record.sourceText, summary: record.summaryMarkdown });
      return reading.sha256() === run.dataset.sha256 ? texts : new Map();
    } catch (error) {
      if (error instanceof EtalonError) return new Map();
      throw error;
    }
  }
}

type Text = NonNullable<NotableSample['text']>;
