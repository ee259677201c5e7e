import type { ImportOutcome } from '../../../application/dataset/import/import-outcome.js';
import { importedWindow } from './imported-window.js';

/** What `etalon dataset import --json` prints. */
export function importDocument(outcome: ImportOutcome): object {
  const { documents, repeated, rejected, totals, provenances } = outcome;
  const window = importedWindow(outcome);
  return {
    schema_version: 1,
    store: outcome.store,
    totals: { documents, ...totals, repeated, rejected, ...provenances },
    scores_dropped: outcome.scoresDropped,
    channels: outcome.channels,
    rejected: outcome.rejections,
    window: window && { first: window.first, last: window.last, timezone: window.timezone },
    adopt: window?.command ?? null,
    duration_seconds: outcome.durationSeconds,
  };
}
