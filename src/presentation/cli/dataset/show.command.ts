import type { CommandDefinition } from '../command-definition.js';

export const datasetShowCommand: CommandDefinition = {
  path: ['dataset', 'show'],
  summary: 'Prints a heat map of a data set, channels by days.',
  options: [{ flags: '--name <NAME>', description: 'the data set (default: default)' }],
  examples: ['etalon dataset show'],
  load: async () => (await import('./show.handler.js')).showHandler,
};
