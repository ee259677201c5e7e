import type { SeedOutcome } from '../../../application/dataset/seed/seed-outcome.js';
import { reportDocument } from '../../../domain/dataset/coverage/report-document.js';

/** What `etalon seed --json` prints. */
export function seedDocument(outcome: SeedOutcome): object {
  return {
    ...reportDocument(outcome.report),
    inserted: outcome.inserted,
    updated: outcome.updated,
    unchanged: outcome.unchanged,
    resumed: outcome.resumed,
    scores_dropped: outcome.scoresDropped,
    duration_seconds: outcome.durationSeconds,
    snapshot: outcome.snapshot,
  };
}
