import { exactSum } from '../exact-sum.js';
import { meanOfSome } from '../means/moments.js';
import { valueAt } from '../value-at.js';
import type { Rating } from './krippendorff-alpha.js';
import { unitsOf } from './krippendorff-alpha.js';

/** Gwet's coefficient: AC1 with identity weights, AC2 with others. */
export interface GwetAgreement {
  readonly coefficient: number;
  /** Share of agreement, weighted. */
  readonly observed: number;
  /** The part of it that chance explains. */
  readonly expected: number;
  /** Over units; `null` for one unit. */
  readonly standardError: number | null;
}

/** What two ratings of different categories count as: nothing, or 1 − (distance/range)². */
export type AgreementWeights = 'identity' | 'quadratic';

/**
 * Gwet's AC1 (identity weights) or AC2 (quadratic weights): (p_a − p_e)/(1 − p_e) with
 * p_e = T_w·Σπ_k(1 − π_k)/(q(q − 1)), T_w the sum of the weights. Unlike κ it does not collapse when nearly all ratings
 * fall into one category. Any number of raters; missing ratings are allowed.
 *
 * Source: Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed., 4.4 and 5.3 (coefficient and standard error).
 *
 * @param ratings a row for each rater, a column for each unit
 * @param categories all values that a rating may take
 * @returns `null` when no unit has two ratings or there is one category only
 * @throws RangeError for a rating outside the categories: a defect in the caller.
 */
export function gwetAgreement(
  ratings: readonly (readonly Rating[])[],
  categories: readonly number[],
  weights: AgreementWeights,
): GwetAgreement | null {
  const counts = unitsOf(ratings).flatMap((unit) => (unit.length === 0 ? [] : [countsOf(unit, categories)]));
  const several = counts.filter((unit) => unit.ratings >= 2);
  if (several.length === 0 || categories.length < 2) return null;
  const table = weightTable(categories, weights);
  const observed = exactSum(several.map((unit) => agreementOf(unit, table))) / several.length;
  const chance = chanceOf(counts, table);
  const coefficient = (observed - chance.expected) / (1 - chance.expected);
  const standardError = errorOf({ counts, table, chance, coefficient, share: several.length / counts.length });
  return { coefficient, observed, expected: chance.expected, standardError };
}

type Table = readonly (readonly number[])[];

interface UnitCounts {
  readonly ratings: number;
  readonly byCategory: readonly number[];
}

function countsOf(unit: readonly number[], categories: readonly number[]): UnitCounts {
  const stranger = unit.find((value) => !categories.includes(value));
  if (stranger !== undefined) throw new RangeError(`${stranger} is none of the categories`);
  const byCategory = categories.map((category) => unit.filter((value) => value === category).length);
  return { ratings: unit.length, byCategory };
}

function weightTable(categories: readonly number[], weights: AgreementWeights): Table {
  const range = Math.max(...categories) - Math.min(...categories);
  const weigh = (row: number, column: number) =>
    weights === 'identity' ? Number(row === column) : 1 - ((row - column) / range) ** 2;
  return categories.map((row) => categories.map((column) => weigh(row, column)));
}

/** Weighted share of agreeing pairs of ratings within a unit. */
function agreementOf({ ratings, byCategory }: UnitCounts, table: Table): number {
  const agreeing = byCategory.map((count, row) => count * (dot(table[row] ?? [], byCategory) - 1));
  return exactSum(agreeing) / (ratings * (ratings - 1));
}

interface Chance {
  readonly expected: number;
  /** 1 − π for each category. */
  readonly others: readonly number[];
  /** T_w/(q(q − 1)). */
  readonly scale: number;
}

function chanceOf(counts: readonly UnitCounts[], table: Table): Chance {
  const shares = table.map((_, category) => shareOf(counts, category));
  const others = shares.map((share) => 1 - share);
  const scale = exactSum(table.flat()) / (table.length * (table.length - 1));
  return { expected: scale * dot(shares, others), others, scale };
}

/** π: how much of a unit's ratings fall into a category, on average. */
function shareOf(counts: readonly UnitCounts[], category: number): number {
  return meanOfSome(counts.map(({ ratings, byCategory }) => valueAt(byCategory, category) / ratings));
}

interface ErrorParts {
  readonly counts: readonly UnitCounts[];
  readonly table: Table;
  readonly chance: Chance;
  readonly coefficient: number;
  /** Units with two ratings or more, of all. */
  readonly share: number;
}

/** The standard error over units: the variance of what each unit adds to the coefficient. */
function errorOf({ counts, table, chance, coefficient, share }: ErrorParts): number | null {
  const n = counts.length;
  if (n < 2) return null;
  const room = 1 - chance.expected;
  const deviations = counts.map((unit) => {
    const own = unit.ratings < 2 ? 0 : (agreementOf(unit, table) - chance.expected) / room / share;
    const expected = (chance.scale * dot(unit.byCategory, chance.others)) / unit.ratings;
    return own - (2 * (1 - coefficient) * (expected - chance.expected)) / room - coefficient;
  });
  return Math.sqrt(exactSum(deviations.map((deviation) => deviation ** 2)) / (n * (n - 1)));
}

function dot(left: readonly number[], right: readonly number[]): number {
  return exactSum(left.map((value, index) => value * valueAt(right, index)));
}
