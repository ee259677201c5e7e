import type { GroupMeans, RunReport } from '../../../domain/benchmark/report/run-report.js';
import { formatNumber } from '../format-number.js';
import type { ReportRow } from '../run-table.js';
import type { SafeHtml } from './html.js';
import { html } from './html.js';
import { table } from './table.js';

/** Means by channel and by day, of the samples that count. */
export function breakdownSection({ channels, days }: RunReport): SafeHtml {
  if (channels.length === 0) return html``;
  return html`<h2>By channel and by day</h2>
    <section class="card scroll">
      ${table(channels.map((group) => rowOf('channel', group)))}
      <details>
        <summary>${days.length} days</summary>
        ${table(days.map((group) => rowOf('day', group)))}
      </details>
    </section>`;
}

function rowOf(heading: string, { name, n, means }: GroupMeans): ReportRow {
  const row: Record<string, string | number> = { [heading]: name, samples: n };
  for (const [metric, mean] of Object.entries(means)) row[metric] = formatNumber(mean, 3);
  return row;
}
