/* eslint-disable max-lines-per-function -- templates: their length is that of the markup, not of logic */
import type { MetricResult } from '../../../domain/benchmark/metric-result.js';
import type { HeatCell } from '../../../domain/benchmark/report/run-report.js';
import { formatValue } from '../format-value.js';
import type { SafeHtml } from './html.js';
import { html } from './html.js';

const CELL = 18;
const GAP = 2;
const TOP = 22;
const LETTER = 7;

/** Channels by days, each cell coloured by which of the metric's values its mean reaches; every cell names its figures. */
export function heatFigure(metric: MetricResult, cells: readonly HeatCell[]): SafeHtml {
  const channels = [...new Set(cells.map(({ channel }) => channel))];
  const days = [...new Set(cells.map(({ day }) => day))].sort();
  const left = Math.max(...channels.map((channel) => channel.length)) * LETTER + 12;
  const width = left + days.length * CELL + 8;
  const height = TOP + channels.length * CELL + 4;
  const id = `heat-${metric.name}`;
  return html`<div class="scroll">
    <svg
      class="heat"
      width="${width}"
      height="${height}"
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-labelledby="${id}-t ${id}-d"
    >
      <title id="${id}-t">${metric.name} by channel and day</title>
      <desc id="${id}-d">
        ${channels.length} channels by ${days.length} days from ${days[0] ?? ''} to ${days.at(-1) ?? ''}; each cell is
        the mean of that day's samples.
      </desc>
      ${days.map((day, column) => dayLabel(day, column, left))}
      ${channels.map((channel, row) => html`<text x="0" y="${TOP + row * CELL + 13}">${channel}</text>`)}
      ${cells.map((cell) => heatCell(metric, cell, left + days.indexOf(cell.day) * CELL, TOP + channels.indexOf(cell.channel) * CELL))}
    </svg>
  </div>`;
}

/** Every fifth day is named, so that labels do not touch. */
function dayLabel(day: string, column: number, left: number): SafeHtml | null {
  return column % 5 === 0 ? html`<text x="${left + column * CELL}" y="14">${day.slice(5)}</text>` : null;
}

function heatCell(metric: MetricResult, cell: HeatCell, x: number, y: number): SafeHtml {
  const synthetic = cell.synthetic ? ' synthetic' : '';
  const label = `${cell.channel}, ${cell.day}: ${formatValue(cell.mean, metric)}${synthetic && ', synthetic'}`;
  return html`<rect
    class="cell-${levelOf(metric, cell.mean)}${synthetic}"
    x="${x}"
    y="${y}"
    width="${CELL - GAP}"
    height="${CELL - GAP}"
    rx="2"
    ><title>${label}</title></rect
  >`;
}

function levelOf({ pass, warn, direction }: MetricResult, mean: number | null): 'pass' | 'warn' | 'fail' | 'none' {
  if (mean === null) return 'none';
  const reaches = (value: number) => (direction === 'higher' ? mean >= value : mean <= value);
  if (reaches(pass)) return 'pass';
  return reaches(warn) ? 'warn' : 'fail';
}
