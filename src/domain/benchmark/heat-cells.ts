import { exactSum } from '../statistics/exact-sum.js';
import type { HeatCell } from './run-report.js';
import type { SampleResult } from './sample-result.js';

/** Groups results by channel and day and takes the mean of one metric in each, channels and days sorted. */
export function heatCells(results: readonly SampleResult[], metric: string): readonly HeatCell[] {
  const groups = new Map<string, SampleResult[]>();
  for (const result of results) {
    const key = `${result.channel}\n${result.day}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [result]);
    else group.push(result);
  }
  return [...groups.keys()].sort().flatMap((key) => cellOf(groups.get(key) ?? [], metric));
}

function cellOf(group: readonly SampleResult[], metric: string): readonly HeatCell[] {
  const [first] = group;
  if (first === undefined) return [];
  const values = group.flatMap((result) => (result.status === 'scored' ? (result.scores[metric] ?? []) : []));
  const mean = values.length === 0 ? null : exactSum(values) / values.length;
  const synthetic = group.every(({ provenance }) => provenance === 'synthetic');
  return [{ channel: first.channel, day: first.day, mean, n: group.length, synthetic }];
}
