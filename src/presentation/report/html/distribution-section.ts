import type { HistogramBin, RunReport } from '../../../domain/benchmark/report/run-report.js';
import { histogramFigure } from './histogram-figure.js';
import type { SafeHtml } from './html.js';
import { html } from './html.js';

/** How the scores of the samples that count are spread, a figure a metric. */
export function distributionSection({ distributions }: RunReport): SafeHtml {
  const figures = Object.entries(distributions).map(([name, bins]) => figureOf(name, bins));
  if (figures.length === 0) return html``;
  return html`<h2>Distributions</h2>
    <section class="card figures">${figures}</section>`;
}

function figureOf(name: string, bins: readonly HistogramBin[]): SafeHtml {
  const title = `${name}: scores in steps of 0.05`;
  const figure = histogramFigure({ id: name, title, bins, label: (value) => value.toFixed(2) });
  return html`<figure>
    <figcaption>${name}</figcaption>
    ${figure}
  </figure>`;
}
