import type { ClusteredPair } from '../../statistics/comparison/stratified-difference.js';
import { stratifiedDifference } from '../../statistics/comparison/stratified-difference.js';
import type { Rating } from '../../statistics/agreement/krippendorff-alpha.js';
import { plainMean } from '../../statistics/means/plain-mean.js';
import type { SampleResult } from '../sample-result.js';
import type { Threshold } from '../scenario.js';
import { agreementFigures } from './agreement-figures.js';
import { combinedEstimate } from './combined-estimate.js';
import type { HumanLabel } from './human-label.js';
import type { JudgeAgreement, MetricAgreement } from './judge-agreement.js';
import { LabelBook } from './label-book.js';

/** A metric with the values that scores are graded by. */
export interface AgreedMetric {
  readonly name: string;
  /** The judge's own. */
  readonly judge: Threshold;
  /** The scenario's: people score on the scale that a scenario is written in. */
  readonly people: Threshold;
}

/** A sample with a judge's score and what each rater says; nothing where a rater did not look at it. */
interface Labelled {
  readonly result: SampleResult;
  readonly score: number;
  readonly words: readonly Rating[];
  readonly label: number;
}

/**
 * Holds a judge's scores against people's labels, metric by metric.
 *
 * @param metrics of the run; those that no label mentions are left out
 * @param results those that count
 */
export function judgeAgainstHumans(
  metrics: readonly AgreedMetric[],
  results: readonly SampleResult[],
  labels: readonly HumanLabel[],
): JudgeAgreement {
  const words = new LabelBook(labels);
  const scored = new Set(results.flatMap(({ status, sampleId }) => (status === 'scored' ? [sampleId] : [])));
  const unmatched = labels.filter(({ sampleId }) => !scored.has(sampleId)).length;
  const named = metrics.filter(({ name }) => labels.some(({ scores }) => scores[name] !== undefined));
  const figures = named.map((metric) => metricAgreement(metric, split(metric.name, results, words), words.raters));
  const { raters, repeated } = words;
  return { raters, labels: labels.length, repeated, unmatched, metrics: figures };
}

/** The samples of a metric, with and without a label. */
interface Split {
  readonly labelled: readonly Labelled[];
  readonly unlabelled: readonly number[];
}

function split(metric: string, results: readonly SampleResult[], book: LabelBook): Split {
  const labelled: Labelled[] = [];
  const unlabelled: number[] = [];
  for (const result of results) {
    const score = result.status === 'scored' ? result.scores[metric] : undefined;
    if (score === undefined) continue;
    const words = book.wordsOn(result.sampleId, metric);
    const label = plainMean(words.filter((word) => word !== null)).mean;
    if (label === null) unlabelled.push(score);
    else labelled.push({ result, score, words, label });
  }
  return { labelled, unlabelled };
}

function metricAgreement(metric: AgreedMetric, { labelled, unlabelled }: Split, raters: readonly string[]) {
  const labels = labelled.map(({ label }) => label);
  const scores = labelled.map(({ score }) => score);
  const counts = { labelled: labelled.length, unlabelled: unlabelled.length };
  const days = new Set(labelled.map(({ result }) => result.day)).size;
  return {
    ...{ name: metric.name, ...counts, days, bias: biasOf(labelled) },
    ...{ judgeMean: plainMean(scores).mean, humanMean: plainMean(labels).mean },
    judge: agreementFigures([scores, labels], [metric.judge, metric.people]),
    raters: amongThemselves(labelled, raters, metric),
    combined: combinedEstimate({ labels, scores, unlabelled }),
  };
}

function amongThemselves(labelled: readonly Labelled[], raters: readonly string[], { people }: AgreedMetric) {
  if (raters.length < 2) return null;
  const rows = raters.map((_rater, index) => labelled.map(({ words }) => words[index] ?? null));
  const values = raters.map(() => people);
  return agreementFigures(rows, values);
}

function biasOf(labelled: readonly Labelled[]): MetricAgreement['bias'] {
  const pairs: readonly ClusteredPair[] = labelled.map(({ result, score, label }) => ({
    ...{ baseline: label, candidate: score, stratum: result.channel, cluster: result.day },
  }));
  const { mean, interval, reason } = stratifiedDifference(pairs);
  return { estimate: mean, interval, reason };
}
