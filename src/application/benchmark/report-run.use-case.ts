import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { heatCells } from '../../domain/benchmark/heat-cells.js';
import type { NotableSample, RunReport } from '../../domain/benchmark/run-report.js';
import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import { worstResults } from '../../domain/benchmark/worst-results.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { SampleFiles } from '../ports/sample-files.port.js';
import type { StoreProvider } from '../ports/store.port.js';
import { findRun } from './find-run.js';

const WORST = 10;

/** Collects what a report of a run shows: the run, means by channel and day, the worst samples with their text. */
export class ReportRunUseCase {
  constructor(
    private readonly stores: StoreProvider,
    private readonly files: SampleFiles,
  ) {}

  /** @throws RUN_NOT_FOUND */
  async execute(command: { readonly runId: string }): Promise<RunReport> {
    const { run, store } = await findRun(this.stores, command.runId);
    const results: SampleResult[] = [];
    for await (const result of store.runs.results(run.id)) results.push(result);
    const names = run.metrics.map(({ name }) => name).filter((name) => scoredAnywhere(results, name));
    const heat = Object.fromEntries(names.map((name) => [name, heatCells(results, name)]));
    const worst = worstResults(results, run.metrics, run.includeSynthetic, WORST);
    return { run, heat, worst: await this.#withTexts(run, worst) };
  }

  async #withTexts(run: BenchmarkRun, worst: readonly SampleResult[]): Promise<readonly NotableSample[]> {
    const texts = await this.#texts(run, new Set(worst.map(({ sampleId }) => sampleId)));
    return worst.map((result) => ({ result, text: texts.get(result.sampleId) ?? null }));
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

function scoredAnywhere(results: readonly SampleResult[], metric: string): boolean {
  return results.some((result) => result.status === 'scored' && result.scores[metric] !== undefined);
}
