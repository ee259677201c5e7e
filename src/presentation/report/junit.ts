import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { MetricComparison } from '../../domain/benchmark/comparison/run-comparison.js';
import type { MetricResult, Verdict } from '../../domain/benchmark/metric-result.js';
import { escapeHtml } from './html/escape-html.js';
import { formatNumber } from './format-number.js';
import { formatInterval, formatThreshold, formatValue } from './format-value.js';
import { runRemarks } from './run-remarks.js';
import { verdictSentence } from './verdict-sentence.js';

/** One test case of a JUnit report. */
interface Case {
  readonly name: string;
  readonly text: string;
  /** Why it fails; `null` when it does not. */
  readonly failure: string | null;
}

/** What counts as a failure beside FAIL. */
export interface JunitRules {
  /** Whether WARN does, as it does for the exit code. */
  readonly failOnWarn: boolean;
}

/**
 * A run as a JUnit report, as CI servers read it: a case a metric, a case a compared metric. FAIL, INSUFFICIENT and worse
 * are failures, WARN is one where the rules say so; a run without a verdict is one failure by itself, so that nothing that
 * is missing looks like a pass.
 */
export function junit(run: BenchmarkRun, rules: JunitRules): string {
  const cases = casesOf(run, rules);
  const failures = cases.filter(({ failure }) => failure !== null).length;
  const seconds = (run.durationSeconds ?? 0).toString();
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0" time="${seconds}"`;
  const suite = `name="${escapeHtml(`etalon ${run.scenario}`)}" ${counts}`;
  const lines = cases.map((entry) => caseText(entry, run.scenario));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...[`<testsuites ${suite}>`, `  <testsuite ${suite} id="${escapeHtml(run.id)}">`],
    ...[...lines, ...remarkLines(run), '  </testsuite>', '</testsuites>', ''],
  ].join('\n');
}

/** What a reader has to know before the figures: a part of the data, a file without a manifest, an early stop. */
function remarkLines(run: BenchmarkRun): readonly string[] {
  const remarks = [verdictSentence(run), ...runRemarks(run)].join('\n');
  return [`    <system-out>${escapeHtml(remarks)}</system-out>`];
}

function casesOf(run: BenchmarkRun, { failOnWarn }: JunitRules): readonly Case[] {
  const compared = run.comparison?.metrics ?? [];
  const failing: readonly Verdict[] = ['FAIL', 'INSUFFICIENT', ...(failOnWarn ? (['WARN'] as const) : [])];
  const judged = run.metrics.map((metric) => metricCase(metric, failing.includes(metric.verdict)));
  return [...lackingVerdict(run), ...judged, ...compared.map(comparedCase)];
}

function lackingVerdict(run: BenchmarkRun): readonly Case[] {
  if (run.verdict !== null || run.status === 'stopped_early') return [];
  return [{ name: 'verdict', text: run.status, failure: verdictSentence(run) }];
}

function metricCase(metric: MetricResult, failed: boolean): Case {
  const interval = formatInterval(metric.interval, metric);
  const values = `pass ${formatThreshold(metric.pass, metric)}, warn ${formatThreshold(metric.warn, metric)}`;
  const text = `${metric.verdict} ${metric.strength ?? ''} ${formatValue(metric.estimate, metric)} [${interval}], ${values}, n ${metric.n}`;
  return {
    name: metric.name,
    text,
    failure: failed ? `${text}${metric.reason === null ? '' : `: ${metric.reason}`}` : null,
  };
}

function comparedCase({ name, verdict, difference, pHolm }: MetricComparison): Case {
  const shown = difference === null ? 'unknown' : formatNumber(difference, 4);
  const text = `${verdict.replace('_', ' ')}, difference ${shown}, p (Holm) ${pHolm?.toPrecision(3) ?? 'unknown'}`;
  return { name: `${name} against the baseline`, text, failure: verdict === 'worse' ? text : null };
}

function caseText({ name, text, failure }: Case, scenario: string): string {
  const head = `    <testcase classname="${escapeHtml(scenario)}" name="${escapeHtml(name)}">`;
  const body =
    failure === null ? `<system-out>${escapeHtml(text)}</system-out>` : `<failure message="${escapeHtml(failure)}"/>`;
  return `${head}${body}</testcase>`;
}
