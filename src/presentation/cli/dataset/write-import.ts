import type { ImportOutcome } from '../../../application/dataset/import/import-outcome.js';
import type { Output } from '../output/output.js';
import { importedWindow } from './imported-window.js';

const MOST_SHOWN = 20;

/** Writes what became of the documents, and what to do next. */
export function writeImport(output: Output, outcome: ImportOutcome): void {
  const { totals, store, channels, durationSeconds, scoresDropped } = outcome;
  output.line(output.style.bold(`Imported into ${store}`));
  output.line();
  output.table(channels.map(({ channel, kind, ...counts }) => ({ channel, kind, ...counts })));
  output.line();
  output.line(
    `${totals.inserted} inserted, ${totals.updated} updated, ${totals.unchanged} unchanged${remainders(outcome)} ` +
      `in ${durationSeconds.toFixed(1)} s`,
  );
  if (scoresDropped > 0)
    output.line(`${scoresDropped} judge scores were dropped with documents that say something else now`);
  writeRejections(output, outcome);
  writeNext(output, outcome);
}

function remainders({ totals, repeated, rejected }: ImportOutcome): string {
  const kept = totals.kept > 0 ? `, ${totals.kept} kept (a synthetic document replaces no other)` : '';
  return `${kept}${repeated > 0 ? `, ${repeated} repeated` : ''}${rejected > 0 ? `, ${rejected} rejected` : ''}`;
}

function writeRejections(output: Output, { rejections, rejected }: ImportOutcome): void {
  const shown = rejections.slice(0, MOST_SHOWN);
  for (const { place, problem } of shown) output.line(output.style.red(`rejected ${place}: ${problem}`));
  if (rejected > shown.length) output.line(`… and ${rejected - shown.length} more (see --json)`);
}

function writeNext(output: Output, outcome: ImportOutcome): void {
  const window = importedWindow(outcome);
  if (window === null) return;
  const { provenances } = outcome;
  output.line(
    `days ${window.first} … ${window.last} (${window.timezone}): ${provenances.imported} imported, ` +
      `${provenances.synthetic} synthetic, ${provenances.unmarked} unmarked`,
  );
  output.line(`to make a data set of them: ${window.command}`);
}
