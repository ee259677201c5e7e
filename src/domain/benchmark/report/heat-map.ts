import { RunningSum } from '../../statistics/running-sum.js';
import type { CalendarDay } from '../../time/calendar-day.js';
import type { SampleResult } from '../sample-result.js';
import type { HeatCell } from './run-report.js';

interface Cell {
  readonly channel: string;
  readonly day: CalendarDay;
  readonly sums: ReadonlyMap<string, RunningSum>;
  n: number;
  synthetic: boolean;
}

/** Means by channel and day, from results in any order; memory is that of the cells. */
export class HeatMap {
  readonly #cells = new Map<string, Cell>();

  constructor(private readonly metrics: readonly string[]) {}

  add(result: SampleResult): void {
    const cell = this.#cellOf(result);
    cell.n += 1;
    cell.synthetic &&= result.provenance === 'synthetic';
    if (result.status !== 'scored') return;
    for (const [metric, sum] of cell.sums) {
      const score = result.scores[metric];
      if (score !== undefined) sum.add(score);
    }
  }

  /** The cells of a metric, channels and days sorted. */
  cells(metric: string): readonly HeatCell[] {
    return [...this.#cells.keys()].sort().flatMap((key) => {
      const cell = this.#cells.get(key);
      if (cell === undefined) return [];
      const { channel, day, n, synthetic, sums } = cell;
      return [{ channel, day, mean: sums.get(metric)?.mean ?? null, n, synthetic }];
    });
  }

  #cellOf({ channel, day }: SampleResult): Cell {
    const key = `${channel}\n${day}`;
    const known = this.#cells.get(key);
    if (known !== undefined) return known;
    const sums = new Map(this.metrics.map((metric) => [metric, new RunningSum()]));
    const cell = { channel, day, sums, n: 0, synthetic: true };
    this.#cells.set(key, cell);
    return cell;
  }
}
