/* eslint-disable max-lines-per-function -- templates: their length is that of the markup, not of logic */
import type { HistogramBin } from '../../../domain/benchmark/report/run-report.js';
import type { SafeHtml } from './html.js';
import { html } from './html.js';

/** What a histogram shows. */
export interface HistogramFigure {
  /** A name that is unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly bins: readonly HistogramBin[];
  /** Writes an edge of a bin. */
  readonly label: (value: number) => string;
}

const WIDTH = 360;
const HEIGHT = 110;
const TOP = 14;
const BASE = 90;

/** Counts as columns that name their figures; the axis names the first and the last edge and the tallest column its count. */
export function histogramFigure({ id, title, bins, label }: HistogramFigure): SafeHtml {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const step = WIDTH / Math.max(bins.length, 1);
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  const from = label(bins[0]?.from ?? 0);
  const to = label(bins.at(-1)?.to ?? 0);
  const column = ({ from: low, to: high, count }: HistogramBin, index: number) => {
    const height = ((BASE - TOP) * count) / most;
    return html`<rect
      x="${(index * step + 1).toFixed(1)}"
      y="${(BASE - height).toFixed(1)}"
      width="${Math.max(step - 2, 1).toFixed(1)}"
      height="${height.toFixed(1)}"
      ><title>${label(low)} to ${label(high)}: ${count}</title></rect
    >`;
  };
  return html`<svg
    class="histogram"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-labelledby="hist-${id}-t hist-${id}-d"
  >
    <title id="hist-${id}-t">${title}</title>
    <desc id="hist-${id}-d">
      ${total} values from ${from} to ${to}; at most ${most} in one of ${bins.length} columns.
    </desc>
    ${bins.map(column)}
    <line class="axis" x1="0" y1="${BASE}" x2="${WIDTH}" y2="${BASE}" />
    <text x="0" y="${HEIGHT - 4}">${from}</text>
    <text x="${WIDTH}" y="${HEIGHT - 4}" text-anchor="end">${to}</text>
    <text x="${WIDTH / 2}" y="${HEIGHT - 4}" text-anchor="middle">most in a column: ${most}</text>
  </svg>`;
}
