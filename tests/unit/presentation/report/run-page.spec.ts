import { Readable } from 'node:stream';
import { expect } from 'chai';

import { pictureResults } from '#etalon/domain/benchmark/report/picture-results.js';
import type { SampleResult } from '#etalon/domain/benchmark/sample-result.js';
import type { BenchmarkRun } from '#etalon/domain/benchmark/benchmark-run.js';
import { html } from '#etalon/presentation/report/html/html.js';
import { runPage } from '#etalon/presentation/report/html/run-page.js';
import { reproduceCommand } from '#etalon/presentation/report/reproduce-command.js';
import { runRemarks } from '#etalon/presentation/report/run-remarks.js';
import { metricRows, provenanceRows } from '#etalon/presentation/report/run-table.js';
import { verdictSentence } from '#etalon/presentation/report/verdict-sentence.js';
import { failed, finishedRun, scored } from '../../../support/benchmark-run.js';

const DAYS = Array.from({ length: 10 }, (_, index) => index + 1);
const RESULTS = DAYS.map((day) => scored(day, 0.9 + (day % 2) * 0.02));
const HOSTILE = `</pre><script>alert("1")</script>&'`;

async function page(results: readonly SampleResult[], changes: Partial<BenchmarkRun> = {}): Promise<string> {
  const text = { source: HOSTILE, summary: `Итог ${HOSTILE} ${'а'.repeat(3000)}` };
  const worst = results.slice(0, 3).map((result, at) => ({ result, text: at === 0 ? text : null }));
  const run = finishedRun(results, changes);
  const picture = await pictureResults(run, Readable.from(results), { metrics: ['coverage'], notable: 2 });
  return runPage({ ...picture, run, worst, best: worst });
}

describe('runPage', () => {
  it('shows verdict, reason, metrics, heat map, worst samples, hash and command', async () => {
    const written = await page([failed(11), ...RESULTS]);
    for (const part of [
      'PASS',
      'All 2 metrics reach',
      'latency_p95',
      '<desc',
      '@city',
      'no answer',
      'a'.repeat(64),
      'etalon benchmark run',
      'coverage: scores in steps of 0.05',
      'Latency, a logarithmic scale',
      'By channel and by day',
      'Best samples',
    ])
      expect(written, part).to.include(part);
  });

  it('stands alone: no script, nothing from the network', async () => {
    expect(await page(RESULTS)).not.to.match(/<script|<link|<img|https?:\/\/|url\(|@import|\son\w+=/iu);
  });

  it('escapes every text', async () => {
    const hostile = RESULTS.map((result) => ({ ...result, sampleId: HOSTILE, channel: HOSTILE, notes: HOSTILE }));
    const written = await page(hostile, { id: HOSTILE, scenario: HOSTILE, timezone: HOSTILE });
    expect(written).not.to.include('<script');
    expect(written).to.include('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;');
  });

  it('shortens long texts, and says when a text is gone', async () => {
    expect(await page(RESULTS))
      .to.match(/… \(\d+ more characters\)/u)
      .and.to.include('is gone or has changed');
  });

  it('can show a run that has nothing to show', async () => {
    const empty = {
      run: finishedRun([failed(1)], { status: 'failed', verdict: null, metrics: [] }),
      ...{ heat: {}, distributions: {}, latency: [], channels: [], days: [], worst: [], best: [] },
    };
    expect(runPage(empty)).to.include('failed before it had a verdict');
    expect(await page([scored(1, 1, { provenance: 'synthetic' })])).to.include('INSUFFICIENT');
  });

  it('draws what it knows of an interval', async () => {
    const many = Array.from({ length: 80 }, (_, at) => scored((at % 28) + 1, at % 2, { latencySeconds: 1 + at / 80 }));
    expect(await page(many))
      .to.include('class="range"')
      .and.to.include('FAIL');
    expect(await page(RESULTS)).to.include('class="open"');
  });
});

describe('what a report says in words', () => {
  it('drops control characters and joins lists, but trusts nothing that is text', () => {
    expect(html`<p>${['a', null, html`<b>${1}</b>`]}${'\u0000<\u0007'}</p>`.markup).to.equal('<p>a<b>1</b>&lt;</p>');
  });

  it('the reason in a sentence, for every verdict', () => {
    const sentence = (results: readonly SampleResult[]) => verdictSentence(finishedRun(results));
    expect(sentence(RESULTS)).to.equal(
      'All 2 metrics reach their pass value, latency_p95 by the estimate only (weak).',
    );
    expect(sentence(DAYS.map((day) => scored(day, 0.74 + (day % 2) / 50)))).to.equal(
      'coverage (0.750, pass ≥ 0.8, warn ≥ 0.7) lies short of the pass value, within the warn value, and every interval agrees.',
    );
    expect(sentence([scored(1, 0.1), scored(2, 0.2)])).to.match(/lies beyond the warn value, by the estimate only/u);
    expect(sentence([failed(1)])).to.equal('There is not enough to say: no sample was scored.');
    expect(verdictSentence(finishedRun([], { status: 'running', verdict: null }))).to.match(/not finished/u);
  });

  it('what has to be known first', () => {
    const mixed = [...RESULTS, scored(11, 1, { provenance: 'synthetic' }), failed(12)];
    expect(runRemarks(finishedRun(mixed))).to.deep.equal([
      '1 of 12 samples are synthetic: shown apart, left out of estimates, intervals and verdict.',
      '0 samples were not scored, 1 ended in an error of the judge.',
    ]);
    expect(runRemarks(finishedRun(mixed, { includeSynthetic: true, limit: 12 })).slice(0, 2)).to.deep.equal([
      'Synthetic samples count in every figure (--include-synthetic): 1 of 12 in the data set.',
      'A random sample of 12 of 12 was drawn (--limit).',
    ]);
    expect(runRemarks(finishedRun(RESULTS, { limit: 1000 }))).to.deep.equal([
      'There are 10 samples in the data set: --limit 1000 took all of them.',
    ]);
    expect(runRemarks(finishedRun(RESULTS))).to.deep.equal([]);
  });

  it('the command that makes the run again, quoted', () => {
    const run = finishedRun(RESULTS, { limit: 5, includeSynthetic: true });
    const path = "/my data/it's.jsonl";
    expect(reproduceCommand({ ...run, dataset: { ...run.dataset, path } })).to.equal(
      `etalon benchmark run --scenario channel_digest_ru --dataset '/my data/it'\\''s.jsonl' --judge lexical --timezone Europe/Moscow --limit 5 --include-synthetic`,
    );
    const judge = { kind: 'stored', model: 'gpt', promptVersion: '2', promptHash: null };
    expect(reproduceCommand({ ...run, dryRun: true, judge })).to.include(' --dry-run --stored-judge gpt@2 ');
  });

  it('the command on one line, whatever was named with line breaks', () => {
    const run = finishedRun(RESULTS);
    const dataset = { ...run.dataset, path: "a\n## b'c" };
    expect(reproduceCommand({ ...run, dataset })).to.include(String.raw`--dataset $'a\x0a## b\'c' --judge`);
  });

  it('tables with dashes where there is nothing', () => {
    const run = finishedRun([scored(1, 1), scored(2, 1)]);
    expect(metricRows(run)[0]).to.include({ estimate: '1.000', 'interval 95 %': '–', reason: 'at ceiling' });
    expect(metricRows(run)[1]).to.include({ pass: '≤ 2 s', 'interval 95 %': '1 s …' });
    expect(provenanceRows(run).map((row) => row['coverage'])).to.deep.equal(['1.000', '–', '–']);
  });
});
