import type { CommandDefinition } from '../command-definition.js';
import { EXPORT_OPTION_DEFINITIONS } from './export-option-definitions.js';

export const exportDigestsCommand: CommandDefinition = {
  path: ['export', 'digests'],
  summary: 'Writes digests as JSON lines with a manifest: the same documents give the same bytes.',
  options: EXPORT_OPTION_DEFINITIONS,
  examples: ['etalon export digests', 'etalon export digests --seed 7 --sample 50 --output sample.jsonl'],
  load: async () => (await import('./export.handler.js')).exportDigestsHandler,
};
