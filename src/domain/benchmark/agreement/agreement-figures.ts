import { gwetAgreement } from '../../statistics/agreement/gwet-agreement.js';
import type { Rating } from '../../statistics/agreement/krippendorff-alpha.js';
import { krippendorffAlpha } from '../../statistics/agreement/krippendorff-alpha.js';
import { quadraticKappa } from '../../statistics/agreement/quadratic-kappa.js';
import type { Threshold } from '../scenario.js';
import type { AgreementFigures } from './judge-agreement.js';

const CATEGORIES = [0, 1, 2];

/**
 * Agreement of raters on scores: of the scores themselves (α, interval), and of what they amount to against pass and warn
 * values (all others). κ is that of the first two rows.
 *
 * @param ratings a row a rater, a column a sample, `null` where a rater said nothing
 * @param thresholds a row's own values: a judge may score on another scale than people do
 */
export function agreementFigures(
  ratings: readonly (readonly Rating[])[],
  thresholds: readonly Threshold[],
): AgreementFigures {
  const graded = ratings.map((row, rater) => gradesOf(row, thresholds[rater]));
  const [first = [], second = []] = graded;
  return {
    krippendorffAlpha: alphas(ratings, graded),
    quadraticKappa: quadraticKappa(first, second),
    ac1: gwetAgreement(graded, CATEGORIES, 'identity')?.coefficient ?? null,
    ac2: gwetAgreement(graded, CATEGORIES, 'quadratic')?.coefficient ?? null,
  };
}

function alphas(ratings: readonly (readonly Rating[])[], graded: readonly (readonly Rating[])[]) {
  return {
    nominal: krippendorffAlpha(graded, 'nominal'),
    ordinal: krippendorffAlpha(graded, 'ordinal'),
    interval: krippendorffAlpha(ratings, 'interval'),
  };
}

function gradesOf(row: readonly Rating[], threshold: Threshold | undefined): readonly Rating[] {
  return row.map((score) => (score === null || threshold === undefined ? null : gradeOf(score, threshold)));
}

function gradeOf(score: number, { pass, warn }: Threshold): number {
  if (score >= pass) return 2;
  return score >= warn ? 1 : 0;
}
