import type { CommandDefinition } from '../command-definition.js';
import { EXPORT_OPTION_DEFINITIONS } from './export-option-definitions.js';

export const exportReviewReportsCommand: CommandDefinition = {
  path: ['export', 'review-reports'],
  summary: 'Writes review reports as JSON lines with a manifest: the same documents give the same bytes.',
  options: EXPORT_OPTION_DEFINITIONS,
  examples: ['etalon export review-reports', 'etalon export review-reports --seed 7 --sample 50 --output sample.jsonl'],
  load: async () => (await import('./export.handler.js')).exportReviewReportsHandler,
};
