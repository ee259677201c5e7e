import type { CommandDefinition } from '../command-definition.js';

export const datasetListCommand: CommandDefinition = {
  path: ['dataset', 'list'],
  summary: 'Lists the data sets of the store.',
  options: [],
  examples: ['etalon dataset list'],
  load: async () => (await import('./list.handler.js')).listHandler,
};
