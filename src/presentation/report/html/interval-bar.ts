/* eslint-disable max-lines-per-function -- templates: their length is that of the markup, not of logic */
import type { MetricResult } from '../../../domain/benchmark/metric-result.js';
import { formatInterval, formatThreshold, formatValue } from '../format-value.js';
import type { HtmlPart, SafeHtml } from './html.js';
import { html } from './html.js';
import { verdictClass } from './verdict-class.js';

const WIDTH = 360;
const MARGIN = 12;
const LINE_Y = 30;

/** A scale from values to places on the drawing. */
type Scale = (value: number) => number;

/** The estimate and its interval as a figure against the pass and warn values, with a title and a description. */
export function intervalBar(metric: MetricResult): SafeHtml {
  const scale = scaleFor(metric);
  const id = `bar-${metric.name}`;
  const end = WIDTH - MARGIN;
  return html`<svg
    class="bar ${verdictClass(metric.verdict)}"
    viewBox="0 0 ${WIDTH} 52"
    role="img"
    aria-labelledby="${id}-t ${id}-d"
  >
    <title id="${id}-t">${metric.name}: estimate and interval</title>
    <desc id="${id}-d">${description(metric)}</desc>
    <line class="axis" x1="${MARGIN}" y1="${LINE_Y}" x2="${end}" y2="${LINE_Y}" />
    ${tick(metric, 'warn', scale)}${tick(metric, 'pass', scale)}${range(metric, scale)}${point(metric, scale)}
  </svg>`;
}

function description(metric: MetricResult): string {
  const interval = metric.interval === null ? 'no interval' : `interval ${formatInterval(metric.interval, metric)}`;
  const values = `pass ${formatThreshold(metric.pass, metric)}, warn ${formatThreshold(metric.warn, metric)}`;
  return `Estimate ${formatValue(metric.estimate, metric)}, ${interval}, ${values}: ${metric.verdict}.`;
}

/** Shows everything that is known, with a little room; scores never beyond 0…1, times from 0 on. */
function scaleFor({ estimate, interval, pass, warn, direction }: MetricResult): Scale {
  const known = [estimate, interval?.lower, interval?.upper, pass, warn].filter((value) => typeof value === 'number');
  const room = (Math.max(...known) - Math.min(...known)) * 0.15 || 0.05;
  const low = direction === 'lower' ? 0 : Math.max(0, Math.min(...known) - room);
  const high = direction === 'lower' ? Math.max(...known) + room : Math.min(1, Math.max(...known) + room);
  return (value) => MARGIN + ((Math.min(Math.max(value, low), high) - low) / (high - low)) * (WIDTH - 2 * MARGIN);
}

function tick(metric: MetricResult, which: 'pass' | 'warn', scale: Scale): SafeHtml {
  const x = scale(metric[which]).toFixed(1);
  const towardsMiddle = Number(x) > WIDTH * 0.8 ? 'end' : Number(x) < WIDTH * 0.2 ? 'start' : 'middle';
  const y = which === 'pass' ? 10 : 51;
  return html`<line class="tick at-${which}" x1="${x}" y1="16" x2="${x}" y2="42" />
    <text x="${x}" y="${y}" text-anchor="${towardsMiddle}">${which} ${metric[which]}</text>`;
}

function range({ interval }: MetricResult, scale: Scale): HtmlPart {
  if (interval === null || (interval.lower === null && interval.upper === null)) return null;
  const open = interval.lower === null || interval.upper === null ? 'open' : 'range';
  const from = (interval.lower === null ? MARGIN : scale(interval.lower)).toFixed(1);
  const to = (interval.upper === null ? WIDTH - MARGIN : scale(interval.upper)).toFixed(1);
  return html`<line class="${open}" x1="${from}" y1="${LINE_Y}" x2="${to}" y2="${LINE_Y}" />`;
}

function point({ estimate }: MetricResult, scale: Scale): HtmlPart {
  return estimate === null
    ? null
    : html`<circle class="point" cx="${scale(estimate).toFixed(1)}" cy="${LINE_Y}" r="6" />`;
}
