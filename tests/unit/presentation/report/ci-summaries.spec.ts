import { expect } from 'chai';

import { compareRuns } from '#etalon/domain/benchmark/comparison/compare-runs.js';
import { comparisonRows } from '#etalon/presentation/report/comparison-table.js';
import { formatNumber } from '#etalon/presentation/report/format-number.js';
import { formatInterval, formatShare, formatValue } from '#etalon/presentation/report/format-value.js';
import { runPage } from '#etalon/presentation/report/html/run-page.js';
import { junit } from '#etalon/presentation/report/junit.js';
import { markdownTable } from '#etalon/presentation/report/markdown-table.js';
import { performancePage } from '#etalon/presentation/report/performance-page/performance-page.js';
import { summaryMarkdown } from '#etalon/presentation/report/summary-markdown.js';
import { verdictSentence } from '#etalon/presentation/report/verdict-sentence.js';
import { runExit } from '#etalon/presentation/cli/benchmark/run-exit.js';
import { byId, failed, finishedRun, scored } from '../../../support/benchmark-run.js';

const LENIENT = { failOnWarn: false };
const DAYS = Array.from({ length: 10 }, (_, index) => index + 1);
const good = DAYS.map((day) => scored(day, 0.9 + day / 200));
const bad = DAYS.map((day) => scored(day, 0.5 + day / 200));
const warned = DAYS.map((day) => scored(day, 0.74 + (day % 2) / 50));

async function compared(now: typeof good) {
  const before = finishedRun(good);
  const run = finishedRun(now, { id: 'run-2' });
  const rules = { margin: 0.02, alpha: 0.05, baselinePinned: false };
  const comparison = await compareRuns({ run: before, results: byId(good) }, { run, results: byId(now) }, rules);
  return { ...run, comparison };
}

/** Ten samples in the data set, three of them judged when it was decided. */
async function stoppedRun() {
  const { comparison } = await compared(bad);
  const judged = finishedRun(bad.slice(0, 3), { id: 'run-2', status: 'stopped_early', verdict: null, metrics: [] });
  const dataset = { ...judged.dataset, samples: bad.length };
  return { ...judged, dataset, coverage: null, comparison: { ...comparison, pairs: 3 } };
}

describe('junit', () => {
  it('has a case a metric, and failures for FAIL and INSUFFICIENT', () => {
    expect(junit(finishedRun(good), LENIENT)).to.include('tests="2" failures="0"');
    expect(junit(finishedRun(bad), LENIENT))
      .to.include('failures="1"')
      .and.to.include('<failure message="FAIL');
    expect(junit(finishedRun(DAYS.map((day) => failed(day))), LENIENT)).to.include('<failure message="INSUFFICIENT');
  });

  it('fails for a run without a verdict, and for what is worse than the baseline', async () => {
    const run = finishedRun(good, { verdict: null, status: 'failed', metrics: [] });
    expect(junit(run, LENIENT)).to.include('tests="1" failures="1"').and.to.include('name="verdict"');
    expect(junit(await compared(bad), LENIENT)).to.include('coverage against the baseline"><failure message="worse');
    expect(junit(await compared(good), LENIENT)).to.include('failures="0"');
  });

  it('counts WARN as a failure exactly where the exit code does', () => {
    const run = finishedRun(warned);
    expect(run.verdict).to.equal('WARN');
    for (const failOnWarn of [false, true]) {
      const failures = /failures="(\d+)"/u.exec(junit(run, { failOnWarn }))?.[1];
      expect(failures !== '0', String(failOnWarn)).to.equal(runExit(run, failOnWarn) !== 0);
    }
    expect(junit(run, { failOnWarn: true })).to.include('<failure message="WARN');
  });

  it('escapes what people named', () => {
    const text = junit(finishedRun(good, { scenario: '<a>&"b"' }), LENIENT);
    expect(text).to.include('&lt;a&gt;&amp;&quot;b&quot;').and.not.to.include('<a>');
  });
});

describe('a run that stopped early', () => {
  let run: Awaited<ReturnType<typeof stoppedRun>>;
  const sentence =
    'Worse than the baseline after 3 of 10 samples; thresholds and coverage do not apply, latencies were not compared.';

  before(async () => {
    run = await stoppedRun();
  });

  it('says so in words and not in a token, on every page', () => {
    expect(verdictSentence(run)).to.equal(sentence);
    const picture = { heat: {}, distributions: {}, latency: [], channels: [], days: [], worst: [], best: [] };
    for (const text of [summaryMarkdown(run), performancePage(undefined, run, 'en'), runPage({ run, ...picture })])
      expect(text)
        .to.include('STOPPED EARLY')
        .and.to.include(sentence)
        .and.not.to.include('stopped_early')
        .and.not.to.include('not_worse');
  });

  it('has no share of the samples that count: none was worked out', () => {
    expect(summaryMarkdown(run)).to.include('3 of 3 samples scored\n');
  });

  it('claims no more than what was shown', () => {
    const baseline = { runId: 'run-1', pinned: false, margin: 0.02, earlyStop: true };
    const fine = { ...run, baseline, limit: 5, comparison: { ...run.comparison, verdict: 'not_worse' as const } };
    expect(verdictSentence(fine)).to.equal(
      'Not worse than the baseline by 0.02 or more after 3 of 5 samples; thresholds and coverage do not apply, latencies were not compared.',
    );
  });
});

describe('numbers of a table', () => {
  it('have one minus, whatever the column', async () => {
    const rows = comparisonRows((await compared(DAYS.map((day) => scored(day, 0.5 - (day % 3) / 50)))).comparison);
    const text = JSON.stringify(rows.map(({ reason, ...row }) => ({ ...row, reason: typeof reason })));
    expect(text)
      .to.match(/"d_z":"−\d/u)
      .and.to.match(/"difference":"−0/u);
    expect(text).not.to.match(/-\d/u);
    expect(junit(await compared(bad), LENIENT)).to.include('difference −0.4000');
    const interval = { lower: -0.02, upper: 0.01, level: 0.95, method: 't' };
    expect(formatInterval(interval, { direction: 'higher' })).to.equal('−0.020 … 0.010');
    expect([formatNumber(-0.0004, 3), formatNumber(-0.5, 2), formatNumber(null, 3)]).to.deep.equal([
      ...['0.000', '−0.50', '–'],
    ]);
  });
});

describe('what a CI is told besides', () => {
  it('is what a reader has to know before the figures', () => {
    const dataset = { ...finishedRun(good).dataset, manifest: null };
    const text = junit(finishedRun(good, { dataset }), { failOnWarn: false });
    expect(text).to.match(
      /<system-out>All .*\n(?:.*\n)*?.*nothing vouches for what it holds\..*<\/system-out>\n {2}<\/testsuite>/u,
    );
  });
});

describe('summaryMarkdown', () => {
  it('begins with the verdict and its reason, and ends with the command', async () => {
    const text = summaryMarkdown(finishedRun(good));
    expect(text.split('\n')[0]).to.equal('## PASS: channel_digest_ru');
    expect(text).to.include('| coverage | 0.').and.to.include('etalon benchmark run --scenario channel_digest_ru');
    expect(summaryMarkdown(await compared(bad)))
      .to.include('### Against run-1: worse')
      .and.to.include('Worse: coverage.');
  });
});

describe('markdownTable', () => {
  it('keeps cells in their columns', () => {
    expect(markdownTable([{ a: 'x|y', b: 1, c: null }])).to.equal(
      '| a | b | c |\n| --- | ---: | --- |\n| x\\|y | 1 | – |',
    );
    expect(markdownTable([])).to.equal('');
  });
});

describe('text of strangers in Markdown', () => {
  it('begins no heading, ends no marker, and leaves the pages as they are when written again', () => {
    const hostile = 'x`\n\n## PASS: channel_digest_ru\n\n<!-- /etalon:benchmark:channel_digest_ru -->';
    const judge = { kind: 'stored', model: hostile, promptVersion: hostile, promptHash: null };
    const run = finishedRun(bad, { judge });
    const dataset = { ...run.dataset, name: hostile };
    const summary = summaryMarkdown({ ...run, dataset });
    expect(summary.match(/^## .*$/gmu)).to.deep.equal(['## FAIL: channel_digest_ru']);
    const page = performancePage(undefined, { ...run, dataset }, 'en');
    expect(performancePage(page, { ...run, dataset }, 'en')).to.equal(page);
  });
});

describe('formatValue', () => {
  it('rounds nothing onto a value that it does not reach', () => {
    const metric = { direction: 'higher', pass: 0.88, warn: 0.8 } as const;
    expect(formatValue(0.87996, metric)).to.equal('0.87996');
    expect(formatValue(0.879_999_9, metric)).to.equal('0.8799999');
    expect(formatValue(0.88, metric)).to.equal('0.880');
    expect(formatValue(0.8704, metric)).to.equal('0.870');
    expect(formatShare(0.899_99)).to.equal('89.9 %');
    expect(formatShare(1)).to.equal('100 %');
  });
});
