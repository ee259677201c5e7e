import { expect } from 'chai';

import { ResultTable } from '#etalon/domain/benchmark/result-table.js';
import type { SampleResult } from '#etalon/domain/benchmark/sample-result.js';
import { summariseRun } from '#etalon/domain/benchmark/summarise-run.js';
import { thresholdFor } from '#etalon/domain/benchmark/threshold-for.js';
import { SCENARIO, failed, scored } from '../../../support/benchmark-run.js';

const DAYS = Array.from({ length: 10 }, (_, index) => index + 1);
/** Ten days that jump up and down, so that no day resembles the one before. */
const JAGGED = DAYS.map((day) => scored(day, 0.9 + (day % 2) * 0.02 + (day % 3) * 0.001));

const summary = (results: readonly SampleResult[], includeSynthetic = false) =>
  summariseRun(SCENARIO, 'lexical', ResultTable.of(results, ['coverage'], includeSynthetic));
const coverageOf = (results: readonly SampleResult[], includeSynthetic = false) =>
  summary(results, includeSynthetic).metrics[0]!;

describe('summariseRun', () => {
  it('passes strongly when the interval lies beyond the pass value', () => {
    const { metrics, verdict, samples, coverage } = summary(JAGGED);
    expect(metrics[0]).to.include({ verdict: 'PASS', strength: 'strong', n: 10, clusters: 10, reason: null });
    expect(verdict).to.equal('PASS');
    expect(samples).to.deep.equal({ total: 10, scored: 10, unscored: 0, errors: 0 });
    expect(coverage).to.equal(1);
  });

  it('needs the minimum coverage for scores, but judges latency by itself', () => {
    const { metrics, verdict } = summary([...JAGGED.slice(0, 8), failed(9), failed(10, 'unscored')]);
    expect(metrics[0]).to.include({ verdict: 'INSUFFICIENT', strength: null });
    expect(metrics[0]!.reason).to.equal('8 of 10 samples were scored (80 %), 90 % are needed');
    expect(metrics[1]).to.include({ name: 'latency_p95', verdict: 'PASS' });
    expect(verdict).to.equal('INSUFFICIENT');
  });

  it('is exact at the minimum coverage, and says so when nothing was scored', () => {
    expect(coverageOf([...JAGGED.slice(0, 9), failed(10)]).verdict).to.equal('PASS');
    expect(coverageOf([failed(1), failed(2)])).to.include({ estimate: null, reason: 'no sample was scored' });
  });

  it('tells a score that nobody gives from samples that nobody scored', () => {
    const misspelt = JAGGED.map((result) => ({ ...result, scores: { coverege: 1 } }));
    expect(coverageOf(misspelt)).to.include({ estimate: null, reason: 'the judge gives no score of that name' });
  });

  it('leaves synthetic samples out unless they are asked for, and shows them apart', () => {
    const made = DAYS.map((day) => scored(day, 0.1, { channel: '@made', provenance: 'synthetic' }));
    const without = coverageOf([...JAGGED, ...made]);
    expect(without.n).to.equal(10);
    expect(without.byProvenance['synthetic']).to.deep.equal({ estimate: 0.1, n: 10 });
    expect(without.byProvenance['unmarked']).to.deep.equal({ estimate: null, n: 0 });
    expect(coverageOf([...JAGGED, ...made], true)).to.include({ n: 20, verdict: 'FAIL' });
  });

  it('is INSUFFICIENT over nothing but synthetic samples, latency too', () => {
    const { metrics, verdict, coverage } = summary([scored(1, 1, { provenance: 'synthetic' })]);
    expect(metrics.map((metric) => metric.verdict)).to.deep.equal(['INSUFFICIENT', 'INSUFFICIENT']);
    expect(metrics[0]!.reason).to.match(/synthetic/u);
    expect(verdict).to.equal('INSUFFICIENT');
    expect(coverage).to.equal(null);
  });

  it('is weak at the ceiling, with few days, and with correlated days', () => {
    expect(coverageOf(DAYS.map((day) => scored(day, 1)))).to.include({
      ...{ verdict: 'PASS', strength: 'weak', interval: null, reason: 'at ceiling' },
    });
    expect(coverageOf(JAGGED.slice(0, 4)).reason).to.equal('a channel has fewer than 5 days');
    const drifting = DAYS.map((day) => scored(day, 0.9 + day * 0.005));
    expect(coverageOf(drifting).reason).to.equal('days that follow one another are correlated');
  });

  it('judges latency by the one-sided bound, which needs 59 samples', () => {
    const many = Array.from({ length: 60 }, (_, at) => scored((at % 28) + 1, 0.9, { latencySeconds: at / 60 }));
    expect(summary(many).metrics[1]).to.include({ verdict: 'PASS', strength: 'strong', clusters: 28 });
    const shown = summary(many).latency.quantiles.find(({ quantile }) => quantile === 0.95);
    expect(summary(many).metrics[1]!.interval, 'the two-sided interval').to.deep.equal(shown!.interval);
    const few = summary(many.slice(0, 58)).metrics[1]!;
    expect(few).to.include({ verdict: 'PASS', strength: 'weak' });
    expect(few.reason).to.equal('an upper bound of p95 needs 59 samples, there are 58');
    expect(summary(many.map((one) => ({ ...one, latencySeconds: 9 }))).metrics[1]).to.include({
      ...{ verdict: 'FAIL', strength: 'strong' },
    });
  });

  it('uses the values of the judge where the scenario has them', () => {
    const metric = { ...SCENARIO.metrics[0]!, byJudge: { lexical: { pass: 0.5, warn: 0.4 } } };
    expect(thresholdFor(metric, 'lexical').pass).to.equal(0.5);
    expect(thresholdFor(metric, 'llm').pass).to.equal(0.8);
  });
});
