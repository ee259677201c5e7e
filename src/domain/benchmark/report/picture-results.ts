import type { BenchmarkRun } from '../benchmark-run.js';
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

/** What is pictured. */
export interface PictureOptions {
  /** The names of the scores. */
  readonly metrics: readonly string[];
  /** How many of the worst and of the best to keep. */
  readonly notable: number;
}

/**
 * Reads the results of a run once, in any number. The heat map shows all samples; everything else only those that count.
 *
 */
export async function pictureResults(
  run: BenchmarkRun,
  results: AsyncIterable<SampleResult>,
  { metrics, notable }: PictureOptions,
): Promise<PicturedResults> {
  const picture = new Picture(run, metrics, notable);
  for await (const result of results) picture.add(result);
  return picture.finish();
}

class Picture {
  readonly #heat: HeatMap;
  readonly #scores: ReadonlyMap<string, Histogram>;
  readonly #latency = Histogram.ofTimes(BINS_PER_DECADE);
  readonly #channels: GroupTable;
  readonly #days: GroupTable;
  readonly #notable: NotableResults;

  constructor(
    private readonly run: BenchmarkRun,
    private readonly metrics: readonly string[],
    notable: number,
  ) {
    this.#heat = new HeatMap(metrics);
    this.#scores = new Map(metrics.map((name) => [name, Histogram.ofScores(SCORE_BINS)]));
    this.#channels = new GroupTable(metrics, ({ channel }) => channel);
    this.#days = new GroupTable(metrics, ({ day }) => day);
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
    const heat = this.metrics.map((name) => [name, this.#heat.cells(name)] as const);
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
