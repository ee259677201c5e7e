import type { RunReport } from '../../../domain/benchmark/report/run-report.js';
import { comparisonRows } from '../comparison-table.js';
import type { SafeHtml } from './html.js';
import { html } from './html.js';
import { table } from './table.js';

/** How the run compares with its baseline, where it has one. */
export function comparisonSection({ run: { comparison } }: RunReport): SafeHtml {
  if (comparison === null) return html``;
  const { a, verdict, reason, pairs, alpha } = comparison;
  return html`<h2>Against ${a}: ${verdict.replace('_', ' ')}</h2>
    <section class="card scroll">
      <p>${reason}</p>
      ${table(comparisonRows(comparison))}
      <p class="soft">
        ${pairs} pairs; positive is better; p-values at α ${alpha}, corrected for the number of metrics (Holm).
      </p>
    </section>`;
}
