import { expect } from 'chai';

import type { HumanLabel } from '#etalon/domain/benchmark/agreement/human-label.js';
import { combinedEstimate } from '#etalon/domain/benchmark/agreement/combined-estimate.js';
import { judgeAgainstHumans } from '#etalon/domain/benchmark/agreement/judge-against-humans.js';
import type { SampleResult } from '#etalon/domain/benchmark/sample-result.js';
import { byId, failed, scored } from '../../../../support/benchmark-run.js';

const DAYS = Array.from({ length: 20 }, (_, index) => index + 1);
const wobble = (number: number) => Math.sin(number * 12.9898);
const RESULTS = DAYS.map((day) => scored(day, 0.75 + 0.2 * wobble(day)));
const VALUES = { pass: 0.8, warn: 0.7 };
const metrics = [{ name: 'coverage', judge: VALUES, people: VALUES }];

function label(result: SampleResult, coverage: number, rater = 'anna'): HumanLabel {
  return { sampleId: result.sampleId, rater, scores: { coverage } };
}

const own = (result: SampleResult) => (result.status === 'scored' ? (result.scores['coverage'] ?? 0) : 0);

describe('judgeAgainstHumans', () => {
  it('finds full agreement and no bias where people say what the judge says', async () => {
    const { metrics: figures, raters } = await judgeAgainstHumans(
      metrics,
      byId(RESULTS),
      RESULTS.map((result) => label(result, own(result))),
    );
    expect(raters).to.deep.equal(['anna']);
    expect(figures).to.have.length(1);
    const [coverage] = figures;
    expect(coverage?.judge).to.deep.equal({
      krippendorffAlpha: { nominal: 1, ordinal: 1, interval: 1 },
      ...{ quadraticKappa: 1, ac1: 1, ac2: 1 },
    });
    expect(coverage?.bias).to.deep.equal({ estimate: 0, interval: null, reason: 'identical' });
    expect(coverage?.raters).to.equal(null);
  });

  it('measures how kind the judge is, with days as clusters', async () => {
    const strict = RESULTS.map((result, index) => label(result, own(result) - 0.1 + 0.01 * wobble(index + 90)));
    const [coverage] = (await judgeAgainstHumans(metrics, byId(RESULTS), strict)).metrics;
    expect(coverage?.bias.estimate).to.be.closeTo(0.1, 0.01);
    expect(coverage?.bias.interval?.lower).to.be.above(0.09);
    expect(coverage?.days).to.equal(20);
    expect(coverage?.judge.krippendorffAlpha.interval).to.be.within(0.5, 0.99);
  });

  it('shows how people agree among themselves, and takes a rater at the last word', async () => {
    const words = RESULTS.flatMap((result) => [
      label(result, 0),
      label(result, own(result)),
      label(result, own(result), 'boris'),
    ]);
    const [coverage] = (await judgeAgainstHumans(metrics, byId(RESULTS), words)).metrics;
    expect(coverage?.raters?.krippendorffAlpha.interval).to.equal(1);
    expect(coverage?.humanMean).to.be.closeTo(coverage?.judgeMean ?? 0, 1e-12);
  });

  it('counts what it cannot match, and leaves failures of the judge out', async () => {
    const results = [...RESULTS.slice(0, 5), failed(6)];
    const words = [
      label(RESULTS[0]!, 0.5),
      label(failed(6), 0.5),
      { sampleId: 'none', rater: 'anna', scores: { coverage: 1 } },
    ];
    const agreement = await judgeAgainstHumans(metrics, byId(results), words);
    expect(agreement).to.include({ labels: 3, unmatched: 2 });
    expect(agreement.ignored).to.deep.equal([]);
    const misspelt = [...words, { sampleId: RESULTS[0]!.sampleId, rater: 'anna', scores: { coverege: 1, acuracy: 0 } }];
    expect((await judgeAgainstHumans(metrics, byId(results), misspelt)).ignored).to.deep.equal(['acuracy', 'coverege']);
    expect(agreement.metrics[0]).to.include({ labelled: 1, unlabelled: 4 });
    expect((await judgeAgainstHumans(metrics, byId(results), [])).metrics).to.deep.equal([]);
  });

  it('grades scores by the values of the judge and labels by those of the scenario', async () => {
    const own = [{ name: 'coverage', judge: { pass: 0.45, warn: 0.4 }, people: { pass: 0.88, warn: 0.8 } }];
    const results = DAYS.map((day) => scored(day, day % 2 === 0 ? 0.5 : 0.3));
    const fitting = results.map((result, index) => label(result, index % 2 === 1 ? 0.9 : 0.5));
    expect((await judgeAgainstHumans(own, byId(results), fitting)).metrics[0]?.judge.ac1).to.equal(1);
    const low = results.map((result) => label(result, 0.5));
    expect((await judgeAgainstHumans(own, byId(results), low)).metrics[0]?.judge.ac1).to.be.below(0.6);
  });
});

describe('combinedEstimate', () => {
  const labels = Array.from({ length: 60 }, (_, index) => 0.6 + 0.2 * wobble(index));
  const scores = labels.map((value, index) => value + 0.1 + 0.02 * wobble(index + 7));
  const unlabelled = Array.from({ length: 500 }, (_, index) => 0.7 + 0.2 * wobble(index + 1000));

  it('sharpens 50 labels and more by the judge: no bias, and narrower than labels alone', () => {
    const powered = combinedEstimate({ labels, scores, unlabelled });
    expect(powered).to.include({ method: 'ppi++', reason: null });
    const alone = combinedEstimate({ labels, scores, unlabelled: [] });
    expect(alone).to.include({ method: 'human only', reason: 'every sample has a label' });
    const width = ({ interval }: typeof alone) => (interval?.upper ?? 9) - (interval?.lower ?? 0);
    expect(width(powered)).to.be.below(width(alone) * 0.6);
    expect(powered.estimate).to.be.closeTo(0.6, 0.03);
  });

  it('claims no precision where labels do not differ', () => {
    const same = combinedEstimate({ labels: labels.map(() => 0.9), scores, unlabelled });
    expect(same).to.include({ method: 'human only', estimate: 0.9, interval: null });
    expect(same.reason).to.equal('no spread');
  });

  it('relies on fewer labels alone, on Wilson where they are yes or no', () => {
    const few = combinedEstimate({ labels: labels.slice(0, 9), scores: scores.slice(0, 9), unlabelled });
    expect(few).to.include({ method: 'human only', reason: 'fewer than 50 labels', lambda: null });
    expect(few.interval?.method).to.equal('t');
    const binary = combinedEstimate({ labels: [1, 1, 0, 1], scores: [1, 1, 1, 1], unlabelled });
    expect(binary.interval?.method).to.equal('wilson');
    expect(combinedEstimate({ labels: [0.5], scores: [0.5], unlabelled }).reason).to.equal(
      'fewer than 50 labels; one value',
    );
    expect(combinedEstimate({ labels: [], scores: [], unlabelled })).to.include({ method: 'none', estimate: null });
  });
});
