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
    removed: outcome.removed,
    scores_dropped: outcome.scoresDropped,
    warnings: outcome.warnings,
    duration_seconds: outcome.durationSeconds,
    snapshot: outcome.snapshot,
  };
}
