/* eslint-disable max-lines-per-function -- templates: their length is that of the markup, not of logic */
import type { ReportRow } from '../run-table.js';
import type { SafeHtml } from './html.js';
import { html } from './html.js';

/** Rows as an HTML table; all columns but the first stand to the right. */
export function table(rows: readonly ReportRow[]): SafeHtml {
  const headings = Object.keys(rows[0] ?? {});
  const side = (index: number) => (index === 0 ? '' : 'number');
  const head = headings.map((heading, index) => html`<th scope="col" class="${side(index)}">${heading}</th>`);
  const body = rows.map(
    (row) =>
      html`<tr>
        ${headings.map((key, index) => html`<td class="${side(index)}">${row[key] ?? '–'}</td>`)}
      </tr>`,
  );
  return html`<table>
    <thead>
      <tr>
        ${head}
      </tr>
    </thead>
    <tbody>
      ${body}
    </tbody>
  </table>`;
}
