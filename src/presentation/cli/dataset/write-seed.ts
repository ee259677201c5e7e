import type { SeedOutcome } from '../../../application/dataset/seed/seed-outcome.js';
import type { Output } from '../output/output.js';
import { writeReport } from './write-report.js';

/** Writes what a seed did. */
export function writeSeed(output: Output, outcome: SeedOutcome): void {
  writeReport(output, outcome.report);
  const resumed = outcome.resumed > 0 ? `, ${outcome.resumed} of them from an interrupted seed` : '';
  const removed = outcome.removed > 0 ? `, ${outcome.removed} stale synthetic removed` : '';
  const dropped =
    outcome.scoresDropped > 0 ? `; ${outcome.scoresDropped} judge scores dropped with changed records` : '';
  output.line(
    `${outcome.inserted} inserted, ${outcome.updated} updated, ${outcome.unchanged} unchanged${resumed}${removed}${dropped} ` +
      `in ${outcome.durationSeconds.toFixed(1)} s`,
  );
  for (const warning of outcome.warnings) output.line(output.style.yellow(`warning: ${warning}`));
  output.line(`snapshot ${outcome.snapshot}`);
}
