import type { CommandDefinition } from '../command-definition.js';

export const exportSchemaCommand: CommandDefinition = {
  path: ['export', 'schema'],
  summary: 'Prints the JSON Schemas of export lines, or checks that their snapshots are what exports obey.',
  options: [{ flags: '--check', description: 'compare with config/schemas (exit 2 when one has drifted)' }],
  examples: ['etalon export schema --check'],
  load: async () => (await import('./schema.handler.js')).exportSchemaHandler,
};
