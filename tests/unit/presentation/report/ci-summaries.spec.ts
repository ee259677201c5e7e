import { expect } from 'chai';

import { compareRuns } from '#etalon/domain/benchmark/comparison/compare-runs.js';
import { formatShare, formatValue } from '#etalon/presentation/report/format-value.js';
import { junit } from '#etalon/presentation/report/junit.js';
import { markdownTable } from '#etalon/presentation/report/markdown-table.js';
import { performancePage } from '#etalon/presentation/report/performance-page/performance-page.js';
import { summaryMarkdown } from '#etalon/presentation/report/summary-markdown.js';
import { failed, finishedRun, scored } from '../../../support/benchmark-run.js';

const DAYS = Array.from({ length: 10 }, (_, index) => index + 1);
const good = DAYS.map((day) => scored(day, 0.9 + day / 200));
const bad = DAYS.map((day) => scored(day, 0.5 + day / 200));

function compared(now: typeof good) {
  const before = finishedRun(good);
  const run = finishedRun(now, { id: 'run-2' });
  const rules = { margin: 0.02, alpha: 0.05, baselinePinned: false };
  return { ...run, comparison: compareRuns({ run: before, results: good }, { run, results: now }, rules) };
}

describe('junit', () => {
  it('has a case a metric, and failures for FAIL and INSUFFICIENT', () => {
    expect(junit(finishedRun(good))).to.include('tests="2" failures="0"');
    expect(junit(finishedRun(bad)))
      .to.include('failures="1"')
      .and.to.include('<failure message="FAIL');
    expect(junit(finishedRun(DAYS.map((day) => failed(day))))).to.include('<failure message="INSUFFICIENT');
  });

  it('fails for a run without a verdict, and for what is worse than the baseline', () => {
    const run = finishedRun(good, { verdict: null, status: 'failed', metrics: [] });
    expect(junit(run)).to.include('tests="1" failures="1"').and.to.include('name="verdict"');
    expect(junit(compared(bad))).to.include('coverage against the baseline"><failure message="worse');
    expect(junit(compared(good))).to.include('failures="0"');
  });

  it('escapes what people named', () => {
    const text = junit(finishedRun(good, { scenario: '<a>&"b"' }));
    expect(text).to.include('&lt;a&gt;&amp;&quot;b&quot;').and.not.to.include('<a>');
  });
});

describe('summaryMarkdown', () => {
  it('begins with the verdict and its reason, and ends with the command', () => {
    const text = summaryMarkdown(finishedRun(good));
    expect(text.split('\n')[0]).to.equal('## PASS: channel_digest_ru');
    expect(text).to.include('| coverage | 0.').and.to.include('etalon benchmark run --scenario channel_digest_ru');
    expect(summaryMarkdown(compared(bad)))
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
