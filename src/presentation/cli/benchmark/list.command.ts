import type { CommandDefinition } from '../command-definition.js';

export const benchmarkListCommand: CommandDefinition = {
  path: ['benchmark', 'list'],
  summary: 'Lists stored runs, the newest first.',
  options: [{ flags: '--limit <N>', description: 'the most runs to list (default: 20)' }],
  examples: ['etalon benchmark list --limit 5'],
  load: async () => (await import('./list.handler.js')).listRunsHandler,
};
