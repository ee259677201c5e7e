import { RunningSum } from '../../statistics/running-sum.js';
import type { SampleResult } from '../sample-result.js';
import type { GroupMeans } from './run-report.js';

interface Group {
  n: number;
  readonly sums: ReadonlyMap<string, RunningSum>;
}

/** Means by group, such as a channel; memory is that of the groups. */
export class GroupTable {
  readonly #groups = new Map<string, Group>();

  constructor(
    private readonly metrics: readonly string[],
    private readonly groupOf: (result: SampleResult) => string,
  ) {}

  add(result: SampleResult): void {
    const group = this.#named(this.groupOf(result));
    group.n += 1;
    if (result.status !== 'scored') return;
    for (const [metric, sum] of group.sums) {
      const score = result.scores[metric];
      if (score !== undefined) sum.add(score);
    }
  }

  /** The groups by name. */
  rows(): readonly GroupMeans[] {
    const sorted = [...this.#groups].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([name, { n, sums }]) => {
      const means = Object.fromEntries([...sums].map(([metric, sum]) => [metric, sum.mean]));
      return { name, n, means };
    });
  }

  #named(name: string): Group {
    const known = this.#groups.get(name);
    if (known !== undefined) return known;
    const group = { n: 0, sums: new Map(this.metrics.map((metric) => [metric, new RunningSum()])) };
    this.#groups.set(name, group);
    return group;
  }
}
