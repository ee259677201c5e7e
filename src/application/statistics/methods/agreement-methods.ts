import type { GwetAgreement } from '../../../domain/statistics/agreement/gwet-agreement.js';
import { gwetAgreement } from '../../../domain/statistics/agreement/gwet-agreement.js';
import { krippendorffAlpha } from '../../../domain/statistics/agreement/krippendorff-alpha.js';
import { predictionPoweredMean } from '../../../domain/statistics/agreement/prediction-powered-mean.js';
import { quadraticKappa } from '../../../domain/statistics/agreement/quadratic-kappa.js';
import type { JsonValue } from '../../../domain/shared/json-value.js';
import type { Figures, MethodInput, MethodTable } from '../offered-method.js';
import type { VectorFields } from '../vector-fields.js';
import { alphaOf, bounds } from './reading.js';

/** Agreement of judges, and human labels sharpened by a judge. */
export const AGREEMENT_METHODS: MethodTable = {
  krippendorff_alpha: { fields: ['nominal', 'ordinal', 'interval'], compute: krippendorff },
  cohen_kappa: { fields: ['quadratic'], compute: kappa },
  gwet_ac: { fields: ['AC1', 'AC2_quadratic'], compute: gwet },
  ppi_mean: { fields: ['lambda', 'estimate', 'se', 'ci'], compute: predictionPowered },
};

function krippendorff({ inputs }: MethodInput): Figures {
  const ratings = inputs.someRows('ratings');
  const of = (metric: 'nominal' | 'ordinal' | 'interval') => krippendorffAlpha(ratings, metric);
  return { nominal: of('nominal'), ordinal: of('ordinal'), interval: of('interval') };
}

function kappa(input: MethodInput): Figures {
  const { places } = categorised(input);
  return { quadratic: quadraticKappa(places('a'), places('b')) };
}

function gwet(input: MethodInput): Figures {
  const { categories, places } = categorised(input);
  const numeric = categories.every((category) => typeof category === 'number');
  const values = categories.map((category, place) => (numeric ? Number(category) : place));
  const ratings = ['a', 'b'].map((rater) =>
    places(rater).map((place) => (place === null ? null : (values[place] ?? null))),
  );
  const of = (weights: 'identity' | 'quadratic') => coefficients(gwetAgreement(ratings, values, weights));
  return { AC1: of('identity'), AC2_quadratic: of('quadratic') };
}

function coefficients(result: GwetAgreement | null): JsonValue {
  if (result === null) return null;
  const { coefficient, observed, expected, standardError } = result;
  return { coef: coefficient, pa: observed, pe: expected, se_rounded5: standardError };
}

type Category = string | number;

/** The categories in their order (`params.categories`, else what occurs, sorted), and the places of a rater's ratings. */
function categorised({ inputs, params }: MethodInput) {
  const ratings = { a: someCategories(inputs, 'a'), b: someCategories(inputs, 'b') };
  if (ratings.a.length !== ratings.b.length) inputs.refuse('b', 'has not as many ratings as a');
  const found = [...new Set([...ratings.a, ...ratings.b])].filter((value) => value !== null);
  const categories = params.has('categories')
    ? someCategories(params, 'categories').filter((value) => value !== null)
    : found.sort((left, right) => (left < right ? -1 : 1));
  const stranger = found.find((value) => !categories.includes(value));
  if (stranger !== undefined) params.refuse('categories', `lacks ${JSON.stringify(stranger)}`);
  const place = (value: Category | null) => (value === null ? null : categories.indexOf(value));
  return { categories, places: (rater: string) => (rater === 'a' ? ratings.a : ratings.b).map(place) };
}

function someCategories(fields: VectorFields, name: string): readonly (Category | null)[] {
  const value = fields.raw(name);
  const isCategory = (item: JsonValue) => item === null || typeof item === 'string' || typeof item === 'number';
  if (!Array.isArray(value) || !value.every(isCategory)) return fields.refuse(name, 'is not a list of categories');
  return value;
}

function predictionPowered({ inputs, params }: MethodInput): Figures {
  const data = {
    labels: inputs.numbers('y'),
    scores: inputs.numbers('yhat'),
    unlabelled: inputs.numbers('yhat_unlabeled'),
  };
  const result = predictionPoweredMean(data, lambdaOf(params), 1 - alphaOf(params));
  return {
    lambda: result?.lambda ?? null,
    estimate: result?.estimate ?? null,
    se: result?.standardError ?? null,
    ci: bounds(result?.interval ?? null),
  };
}

function lambdaOf(params: VectorFields): number | 'optimal' {
  const given = params.has('lam') ? params.raw('lam') : 'optimal';
  if (typeof given === 'number') return given;
  if (typeof given === 'string' && given.startsWith('optimal')) return 'optimal';
  return params.refuse('lam', 'is neither a number nor "optimal"');
}
