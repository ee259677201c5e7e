/* eslint-disable max-lines-per-function -- templates: their length is that of the markup, not of logic */
import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import type { MetricResult } from '../../../domain/benchmark/metric-result.js';
import type { RunReport } from '../../../domain/benchmark/report/run-report.js';
import { toIso } from '../../../domain/time/instant.js';
import { formatNumber } from '../format-number.js';
import { formatInterval, formatSeconds, formatThreshold, formatValue } from '../format-value.js';
import { reproduceCommand } from '../reproduce-command.js';
import { runRemarks } from '../run-remarks.js';
import { latencyRows, provenanceRows } from '../run-table.js';
import { scoredShare } from '../scored-share.js';
import { verdictSentence } from '../verdict-sentence.js';
import { verdictWord } from '../verdict-word.js';
import { heatFigure } from './heat-figure.js';
import type { SafeHtml } from './html.js';
import { html } from './html.js';
import { histogramFigure } from './histogram-figure.js';
import { intervalBar } from './interval-bar.js';
import { table } from './table.js';
import { verdictClass } from './verdict-class.js';

/** The verdict, its reason in a sentence, and what has to be known before the figures. */
export function verdictSection(run: BenchmarkRun): SafeHtml {
  return html`<section class="card verdict ${verdictClass(run.verdict)}">
    <div class="word">${verdictWord(run)}</div>
    <p>${verdictSentence(run)}</p>
    ${runRemarks(run).map((remark) => html`<p class="remark">${remark}</p>`)}
    <p class="soft">${scoredShare(run)}; judge ${run.judge.model}.</p>
  </section>`;
}

/** Each metric with its estimate, its interval against the values, and why it is weak or undecided. */
export function metricSection(run: BenchmarkRun): SafeHtml {
  return html`<h2>Metrics</h2>
    <section class="card">
      ${run.metrics.map(metricRow)}
      <p class="soft">
        Intervals of scores: 95 %, these channels on other days (channels as strata, days as clusters, Student's t).
        latency_p95: two-sided order statistics, strong by the one-sided 95 % bound. A verdict goes by the estimate; it
        is strong when the interval agrees.
      </p>
    </section>`;
}

function metricRow(metric: MetricResult): SafeHtml {
  const word = metric.strength === null ? metric.verdict : `${metric.verdict}, ${metric.strength}`;
  const extra = [
    `n ${metric.n}, ${metric.clusters} days`,
    metric.designEffect === null ? null : `design effect ${formatNumber(metric.designEffect, 2)}`,
    metric.autocorrelation === null ? null : `lag-1 autocorrelation ${formatNumber(metric.autocorrelation, 2)}`,
  ];
  return html`<div class="metric">
    <div>
      <div class="name">${metric.name}</div>
      <div class="figure">${formatValue(metric.estimate, metric)}</div>
      <div class="badge ${verdictClass(metric.verdict)}">${word}</div>
    </div>
    <div>
      ${intervalBar(metric)}
      <p class="soft">
        ${metric.interval === null ? 'No interval' : `Interval ${formatInterval(metric.interval, metric)}`}; pass
        ${formatThreshold(metric.pass, metric)}, warn ${formatThreshold(metric.warn, metric)};
        ${extra.filter((part) => part !== null).join(', ')}.
        ${metric.reason === null ? null : html`<br />Because: ${metric.reason}.`}
      </p>
    </div>
  </div>`;
}

/** Quantiles of the pipeline's own latency. */
export function latencySection({ run, latency }: RunReport): SafeHtml {
  return html`<h2>Latency of the pipeline</h2>
    <section class="card scroll">
      ${table(latencyRows(run))}
      ${latency.length === 0 ? null : histogramFigure({ id: 'latency', title: 'Latency, a logarithmic scale', bins: latency, label: formatSeconds })}
      <p class="soft">
        Two-sided order-statistic intervals; they take latencies as independent, which those of one day are not.
      </p>
    </section>`;
}

/** Where the samples come from, and the metrics of each kind apart. */
export function provenanceSection(run: BenchmarkRun): SafeHtml {
  return html`<h2>Provenance</h2>
    <section class="card scroll">${table(provenanceRows(run))}</section>`;
}

/** Means by channel and day: the metric with the most cells short of its pass value open, the others folded. */
export function heatSection({ run, heat }: RunReport): SafeHtml {
  const shown = run.metrics.filter(({ name }) => heat[name] !== undefined);
  if (shown.length === 0) return html``;
  const short = ({ name, pass }: MetricResult) =>
    (heat[name] ?? []).filter(({ mean }) => mean !== null && mean < pass).length;
  const first = [...shown].sort((a, b) => short(b) - short(a))[0];
  const parts = shown.map(
    (metric) =>
      html`<details${metric === first ? html` open` : null}><summary>${metric.name}</summary>${heatFigure(metric, heat[metric.name] ?? [])}</details>`,
  );
  return html`<h2>Channels by days</h2>
    <section class="card">${parts}${HEAT_LEGEND}</section>`;
}

const HEAT_LEGEND = html`<p class="soft legend">
  ${(
    [
      ['cell-pass', 'reaches pass'],
      ['cell-warn', 'reaches warn'],
      ['cell-fail', 'below warn'],
      ['cell-pass synthetic', 'pale: synthetic'],
      ['cell-none', 'not scored'],
    ] as const
  ).map(
    ([name, label]) =>
      html`<span
        ><svg class="heat" style="display:inline" width="14" height="14" aria-hidden="true">
          <rect class="${name}" x="1" y="1" width="12" height="12" rx="2" /></svg
        >${label}</span
      >`,
  )}
</p>`;

/** Hash, data set, judge, machine, and how to make the run again. */
export function factsSection(run: BenchmarkRun): SafeHtml {
  const facts: readonly (readonly [string, string | number | null])[] = [
    ['run', run.id],
    ['pre-registration', `${run.preregistration.hash} (${toIso(run.preregistration.at)}, before the first judge call)`],
    ['data set', `${run.dataset.name}: ${run.dataset.path}`],
    ['data set SHA-256', run.dataset.sha256],
    ['days', `calendar days of ${run.timezone}`],
    ['judge', `${run.judge.kind}, ${run.judge.model}, prompts ${run.judge.promptHash ?? 'none'}`],
    ['cost', `${run.cost.calls} judge calls, ${run.cost.tokensIn + run.cost.tokensOut} tokens`],
    ['duration', `${(run.durationSeconds ?? 0).toFixed(2)} s from ${toIso(run.startedAt)}`],
    ...Object.entries(run.environment),
  ];
  const rows = facts.map(
    ([name, value]) =>
      html`<dt>${name}</dt>
        <dd>${value ?? '–'}</dd>`,
  );
  return html`<h2>How this came about</h2>
    <section class="card">
      <dl>${rows}</dl>
      <h3>To make it again</h3>
      <pre><code>${reproduceCommand(run)}</code></pre>
    </section>`;
}
