import type { BenchmarkRun } from '../benchmark-run.js';
import { LATENCY_METRIC } from '../latency-metric.js';
import type { SampleResult } from '../sample-result.js';
import { GroupTable } from './group-table.js';
import { HeatMap } from './heat-map.js';
import { Histogram } from './histogram.js';
import { NotableResults } from './notable-results.js';
import type { HeatCell, ResultPicture } from './run-report.js';

const SCORE_BINS = 20;
const BINS_PER_DECADE = 8;

/** How a run's results look: pictures, and the results at either end. */
export interface PicturedResults extends ResultPicture {
  readonly worst: readonly SampleResult[];
  readonly best: readonly SampleResult[];
}

/**
 * Reads the results of a run once, in any number. The heat map shows all samples; everything else only those that count.
 *
 * @param notable how many of the worst and of the best to keep
 */
export async function pictureResults(
  run: BenchmarkRun,
  results: AsyncIterable<SampleResult>,
  notable: number,
): Promise<PicturedResults> {
  const picture = new Picture(run, notable);
  for await (const result of results) picture.add(result);
  return picture.finish();
}

class Picture {
  readonly #metrics: readonly string[];
  readonly #heat: HeatMap;
  readonly #scores: ReadonlyMap<string, Histogram>;
  readonly #latency = Histogram.ofTimes(BINS_PER_DECADE);
  readonly #channels: GroupTable;
  readonly #days: GroupTable;
  readonly #notable: NotableResults;

  constructor(
    private readonly run: BenchmarkRun,
    notable: number,
  ) {
    this.#metrics = run.metrics.map(({ name }) => name).filter((name) => name !== LATENCY_METRIC);
    this.#heat = new HeatMap(this.#metrics);
    this.#scores = new Map(this.#metrics.map((name) => [name, Histogram.ofScores(SCORE_BINS)]));
    this.#channels = new GroupTable(this.#metrics, ({ channel }) => channel);
    this.#days = new GroupTable(this.#metrics, ({ day }) => day);
    this.#notable = new NotableResults(run.metrics, notable);
  }

  add(result: SampleResult): void {
    this.#heat.add(result);
    if (result.provenance === 'synthetic' && !this.run.includeSynthetic) return;
    this.#latency.add(result.latencySeconds);
    for (const part of [this.#channels, this.#days, this.#notable]) part.add(result);
    if (result.status !== 'scored') return;
    for (const [name, histogram] of this.#scores) {
      const score = result.scores[name];
      if (score !== undefined) histogram.add(score);
    }
  }

  finish(): PicturedResults {
    const { worst, best } = this.#notable;
    const heat = this.#metrics.map((name) => [name, this.#heat.cells(name)] as const);
    const distributions = [...this.#scores].map(([name, histogram]) => [name, histogram.bins()] as const);
    return {
      heat: Object.fromEntries(heat.filter(([, cells]) => isScored(cells))),
      distributions: Object.fromEntries(distributions.filter(([, bins]) => bins.length > 0)),
      latency: this.#latency.bins(),
      ...{ channels: this.#channels.rows(), days: this.#days.rows(), worst, best },
    };
  }
}

function isScored(cells: readonly HeatCell[]): boolean {
  return cells.some(({ mean }) => mean !== null);
}
