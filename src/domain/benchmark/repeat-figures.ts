import { exactSum } from '../statistics/exact-sum.js';

type Scores = Readonly<Record<string, number>>;

/** What several judgements of one sample amount to, by metric. */
export interface RepeatFigures {
  /** The means. */
  readonly scores: Scores;
  /** The standard deviations (n − 1); a metric that was scored once has none. */
  readonly spread: Scores;
}

/** Means and standard deviations of the scores of one sample over its repeats. */
export function repeatFigures(repeats: readonly Scores[]): RepeatFigures {
  const metrics = [...new Set(repeats.flatMap((scores) => Object.keys(scores)))];
  const columns = metrics.map((name) => [name, repeats.flatMap((scores) => scores[name] ?? [])] as const);
  const several = columns.filter(([, values]) => values.length > 1);
  return {
    scores: Object.fromEntries(columns.map(([name, values]) => [name, mean(values)])),
    spread: Object.fromEntries(several.map(([name, values]) => [name, deviation(values)])),
  };
}

/** The sum of equal values need not be divided back to them. */
function mean(values: readonly number[]): number {
  const [first = NaN] = values;
  return values.every((value) => value === first) ? first : exactSum(values) / values.length;
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(exactSum(values.map((value) => (value - centre) ** 2)) / (values.length - 1));
}
