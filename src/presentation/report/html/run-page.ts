/* eslint-disable max-lines-per-function -- templates: their length is that of the markup, not of logic */
import type { RunReport } from '../../../domain/benchmark/report/run-report.js';
import { toIso } from '../../../domain/time/instant.js';
import { verdictWord } from '../verdict-word.js';
import { html } from './html.js';
import { PAGE_STYLE } from './page-style.js';
import {
  factsSection,
  heatSection,
  latencySection,
  metricSection,
  provenanceSection,
  verdictSection,
} from './sections.js';
import { notableSection } from './notable-section.js';
import { breakdownSection } from './breakdown-section.js';
import { comparisonSection } from './comparison-section.js';
import { distributionSection } from './distribution-section.js';

/**
 * A run as one HTML file that stands alone: no script, nothing from the network, readable in light and dark, on a phone
 * and on paper.
 */
export function runPage(report: RunReport): string {
  const { run } = report;
  const title = `${verdictWord(run)}: ${run.scenario}, ${run.dataset.name}`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        />
        <title>${title}</title>
        <style>
          ${PAGE_STYLE}
        </style>
      </head>
      <body>
        <main>
          <header>
            <h1>${run.scenario} on ${run.dataset.name}</h1>
            <p class="soft">${toIso(run.startedAt)}, run ${run.id}</p>
          </header>
          ${verdictSection(run)}${comparisonSection(report)}${metricSection(run)}${distributionSection(report)}
          ${latencySection(report)}${heatSection(report)}${breakdownSection(report)}${notableSection(report)}
          ${provenanceSection(run)}${factsSection(run)}
        </main>
      </body>
    </html> `;
  return page.markup;
}
