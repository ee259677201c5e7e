import type { NotableSample, RunReport } from '../../../domain/benchmark/report/run-report.js';
import type { SampleResult } from '../../../domain/benchmark/sample-result.js';
import type { SafeHtml } from './html.js';
import { html } from './html.js';

const LONGEST_TEXT = 1500;

/** The samples at either end of the pass values, with what the judge noted and what it read. */
export function notableSection({ worst, best }: RunReport): SafeHtml {
  return html`${listed('Worst samples', worst)}${listed('Best samples', best)}`;
}

function listed(heading: string, samples: readonly NotableSample[]): SafeHtml {
  if (samples.length === 0) return html``;
  return html`<h2>${heading}</h2>
    <section class="card samples">${samples.map(sampleDetails)}</section>`;
}

function sampleDetails({ result, text }: NotableSample): SafeHtml {
  return html`<details>
    <summary><strong>${result.channel}, ${result.day}</strong> <span class="soft">${outcomeOf(result)}</span></summary>
    <p class="soft">${result.sampleId}, ${result.provenance}${noteOf(result)}</p>
    ${text === null ? NO_TEXT : texts(text)}
  </details>`;
}

const NO_TEXT = html`<p class="soft">The data set file is gone or has changed, so the text cannot be shown.</p>`;

function texts({ source, summary }: NonNullable<NotableSample['text']>): SafeHtml {
  return html`<h3>Summary</h3>
    <pre lang="ru">${excerpt(summary)}</pre>
    <h3>Source</h3>
    <pre lang="ru">${excerpt(source)}</pre>`;
}

function outcomeOf(result: SampleResult): string {
  if (result.status !== 'scored') return `${result.status}: ${result.reason}`;
  return Object.entries(result.scores)
    .map(([metric, score]) => `${metric} ${score.toFixed(2)}`)
    .join(', ');
}

function noteOf(result: SampleResult): string {
  return result.status === 'scored' && result.notes !== '' ? `; the judge: ${result.notes}` : '';
}

function excerpt(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= LONGEST_TEXT) return text;
  return `${characters.slice(0, LONGEST_TEXT).join('')} … (${characters.length - LONGEST_TEXT} more characters)`;
}
