import type { HumanLabel } from '../../domain/benchmark/agreement/human-label.js';

/** People's labels as a file of JSON lines: `{"sample_id", "rater", "scores": {metric: 0…1}}`, `rater` may be left out. */
export interface HumanLabels {
  /** @throws LABELS_NOT_FOUND; LABELS_INVALID with file and line. */
  read(path: string): Promise<readonly HumanLabel[]>;
}
