import type { ClusteredPair } from '../../statistics/comparison/stratified-difference.js';
import { stratifiedDifference } from '../../statistics/comparison/stratified-difference.js';
import type { Rating } from '../../statistics/agreement/krippendorff-alpha.js';
import { plainMean } from '../../statistics/means/plain-mean.js';
import type { SampleResult } from '../sample-result.js';
import type { Threshold } from '../scenario.js';
import { scoresOf } from '../score-columns.js';
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
interface Labelled extends Pick<SampleResult, 'channel' | 'day'> {
  readonly score: number;
  readonly words: readonly Rating[];
  readonly label: number;
}

/**
 * Holds a judge's scores against people's labels, metric by metric. Results are read once, in any number: what is kept of
 * one that nobody labelled is its scores.
 *
 * @param metrics of the run; those that no label mentions are left out
 * @param results those that count
 */
export async function judgeAgainstHumans(
  metrics: readonly AgreedMetric[],
  results: AsyncIterable<SampleResult>,
  labels: readonly HumanLabel[],
): Promise<JudgeAgreement> {
  const book = new LabelBook(labels);
  const named = metrics.filter(({ name }) => labels.some(({ scores }) => scores[name] !== undefined));
  const splits = named.map((metric) => new Split(metric, book));
  const scored = await splitAll(results, splits, book);
  const unmatched = labels.filter(({ sampleId }) => !scored.has(sampleId)).length;
  const figures = splits.map((split) => metricAgreement(split, book.raters));
  const { raters, repeated } = book;
  return { raters, labels: labels.length, repeated, unmatched, ignored: ignoredIn(labels, metrics), metrics: figures };
}

function ignoredIn(labels: readonly HumanLabel[], metrics: readonly AgreedMetric[]): readonly string[] {
  const said = new Set(labels.flatMap(({ scores }) => Object.keys(scores)));
  for (const { name } of metrics) said.delete(name);
  return [...said].sort();
}

/** @returns the scored samples that a label is about */
async function splitAll(results: AsyncIterable<SampleResult>, splits: readonly Split[], book: LabelBook) {
  const scored = new Set<string>();
  for await (const result of results) {
    if (result.status === 'scored' && book.has(result.sampleId)) scored.add(result.sampleId);
    for (const split of splits) split.add(result);
  }
  return scored;
}

/** The samples of a metric, with and without a label. */
class Split {
  readonly labelled: Labelled[] = [];
  readonly unlabelled: number[] = [];

  constructor(
    readonly metric: AgreedMetric,
    private readonly book: LabelBook,
  ) {}

  add(result: SampleResult): void {
    const { name } = this.metric;
    const score = scoresOf(result)[name];
    if (score === undefined) return;
    const words = this.book.wordsOn(result.sampleId, name);
    const label = plainMean(words.filter((word) => word !== null)).mean;
    const { channel, day } = result;
    if (label === null) this.unlabelled.push(score);
    else this.labelled.push({ channel, day, score, words, label });
  }
}

function metricAgreement({ metric, labelled, unlabelled }: Split, raters: readonly string[]) {
  const labels = labelled.map(({ label }) => label);
  const scores = labelled.map(({ score }) => score);
  const counts = { labelled: labelled.length, unlabelled: unlabelled.length };
  const days = new Set(labelled.map(({ day }) => day)).size;
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
  const pairs: readonly ClusteredPair[] = labelled.map(({ channel, day, score, label }) => ({
    ...{ baseline: label, candidate: score, stratum: channel, cluster: day },
  }));
  const { mean, interval, reason } = stratifiedDifference(pairs);
  return { estimate: mean, interval, reason };
}
