import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { MetricComparison } from '../../domain/benchmark/comparison/run-comparison.js';
import type { MetricResult } from '../../domain/benchmark/metric-result.js';
import { escapeHtml } from './html/escape-html.js';
import { formatInterval, formatThreshold, formatValue } from './format-value.js';
import { verdictSentence } from './verdict-sentence.js';

/** One test case of a JUnit report. */
interface Case {
  readonly name: string;
  readonly text: string;
  /** Why it fails; `null` when it does not. */
  readonly failure: string | null;
}

/**
 * A run as a JUnit report, as CI servers read it: a case a metric, a case a compared metric. FAIL, INSUFFICIENT and worse
 * are failures; a run without a verdict is one failure by itself, so that nothing that is missing looks like a pass.
 */
export function junit(run: BenchmarkRun): string {
  const cases = casesOf(run);
  const failures = cases.filter(({ failure }) => failure !== null).length;
  const seconds = (run.durationSeconds ?? 0).toString();
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0" time="${seconds}"`;
  const suite = `name="${escapeHtml(`etalon ${run.scenario}`)}" ${counts}`;
  const lines = cases.map((entry) => caseText(entry, run.scenario));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...[`<testsuites ${suite}>`, `  <testsuite ${suite} id="${escapeHtml(run.id)}">`],
    ...[...lines, '  </testsuite>', '</testsuites>', ''],
  ].join('\n');
}

function casesOf(run: BenchmarkRun): readonly Case[] {
  const compared = run.comparison?.metrics ?? [];
  return [...lackingVerdict(run), ...run.metrics.map(metricCase), ...compared.map(comparedCase)];
}

function lackingVerdict(run: BenchmarkRun): readonly Case[] {
  if (run.verdict !== null || run.status === 'stopped_early') return [];
  return [{ name: 'verdict', text: run.status, failure: verdictSentence(run) }];
}

function metricCase(metric: MetricResult): Case {
  const interval = formatInterval(metric.interval, metric);
  const values = `pass ${formatThreshold(metric.pass, metric)}, warn ${formatThreshold(metric.warn, metric)}`;
  const text = `${metric.verdict} ${metric.strength ?? ''} ${formatValue(metric.estimate, metric)} [${interval}], ${values}, n ${metric.n}`;
  const failed = metric.verdict === 'FAIL' || metric.verdict === 'INSUFFICIENT';
  return {
    name: metric.name,
    text,
    failure: failed ? `${text}${metric.reason === null ? '' : `: ${metric.reason}`}` : null,
  };
}

function comparedCase({ name, verdict, difference, pHolm }: MetricComparison): Case {
  const text = `${verdict}, difference ${difference?.toFixed(4) ?? 'unknown'}, p (Holm) ${pHolm?.toPrecision(3) ?? 'unknown'}`;
  return { name: `${name} against the baseline`, text, failure: verdict === 'worse' ? text : null };
}

function caseText({ name, text, failure }: Case, scenario: string): string {
  const head = `    <testcase classname="${escapeHtml(scenario)}" name="${escapeHtml(name)}">`;
  const body =
    failure === null ? `<system-out>${escapeHtml(text)}</system-out>` : `<failure message="${escapeHtml(failure)}"/>`;
  return `${head}${body}</testcase>`;
}
