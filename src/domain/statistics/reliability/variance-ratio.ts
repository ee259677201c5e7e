import { fQuantile, fUpperTail } from '../distributions/f-distribution.js';
import { exactSum } from '../exact-sum.js';
import type { Interval } from '../interval.js';
import { meanOfSome, sumOfSquares } from '../means/moments.js';

/** How much of the variance of repeated scores comes from repeating and not from the queries. */
export interface VarianceRatio {
  /** Mean square between queries. */
  readonly between: number | null;
  /** Mean square within queries: its root is the spread of a query's score from run to run, in the scores' own unit. */
  readonly within: number | null;
  /** ICC(1,1), as computed: negative when queries differ less than chance would have it. */
  readonly icc: number | null;
  /** 1 − ICC(1,1), as computed. */
  readonly ratio: number | null;
  readonly interval: Interval | null;
  readonly f: number | null;
  /** Against "all queries have the same score". */
  readonly p: number | null;
  readonly reason: 'fewer than two queries' | 'no repeats' | 'no spread' | 'no spread within queries' | null;
}

/**
 * The one-way analysis of variance of repeated runs: ratio = MSW/(σ̂²_query + MSW) with σ̂²_query = (MSB − MSW)/n₀, which is
 * 1 − ICC(1,1); n₀ = (N − Σn_i²/N)/(a − 1) is the number of runs when all queries have as many. The interval turns that of
 * F over: exact for as many runs each, approximate otherwise.
 *
 * Source: Shrout & Fleiss 1979, Psychol. Bull. 86, 420–428; n₀: Searle, Casella & McCulloch 1992, Variance Components, 3.6.
 *
 * @param scores a row for each query with its runs; rows may differ in length, empty ones are left out
 * @returns one run each, or no variance at all, has `null`s and the reason; so has the interval when runs never differ
 */
export function varianceRatio(scores: readonly (readonly number[])[], level = 0.95): VarianceRatio {
  const queries = scores.filter((row) => row.length > 0);
  const runs = queries.reduce((count, row) => count + row.length, 0);
  if (queries.length < 2) return { ...NOTHING, reason: 'fewer than two queries' };
  if (runs === queries.length) return { ...NOTHING, reason: 'no repeats' };
  const squares = squaresOf(queries, runs);
  const { between, within, repeats } = squares;
  if (between === 0 && within === 0) return { ...NOTHING, between, within, reason: 'no spread' };
  const icc = iccOf(between, within, repeats);
  const known = { ...NOTHING, between, within, icc, ratio: 1 - icc };
  if (within === 0) return { ...known, reason: 'no spread within queries' };
  return { ...known, ...testOf(squares, level), reason: null };
}

const NOTHING = { between: null, within: null, icc: null, ratio: null, interval: null, f: null, p: null };

interface Squares {
  readonly between: number;
  readonly within: number;
  readonly degrees: readonly [number, number];
  /** n₀ */
  readonly repeats: number;
}

function squaresOf(queries: readonly (readonly number[])[], runs: number): Squares {
  const scores = queries.flat();
  const grand = meanOfSome(scores);
  const degrees = [queries.length - 1, runs - queries.length] as const;
  const between = exactSum(queries.map((row) => row.length * (meanOfSome(row) - grand) ** 2)) / degrees[0];
  const within = exactSum(queries.map(sumOfSquares)) / degrees[1];
  const sizes = exactSum(queries.map((row) => row.length ** 2));
  const flat = sumOfSquares(scores) === 0;
  return { between: flat ? 0 : between, within, degrees, repeats: (runs - sizes / runs) / degrees[0] };
}

function iccOf(between: number, within: number, repeats: number): number {
  return (between - within) / (between + (repeats - 1) * within);
}

function testOf({ between, within, degrees, repeats }: Squares, level: number) {
  const f = between / within;
  const tail = (1 - level) / 2;
  const ratioAt = (value: number) => 1 - iccOf(value, 1, repeats);
  const lower = ratioAt(f * fQuantile(1 - tail, degrees[1], degrees[0]));
  const upper = ratioAt(f / fQuantile(1 - tail, degrees[0], degrees[1]));
  return { f, p: fUpperTail(f, ...degrees), interval: { lower, upper, level, method: 'F' } };
}
