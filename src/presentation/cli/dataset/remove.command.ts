import type { CommandDefinition } from '../command-definition.js';

export const datasetRemoveCommand: CommandDefinition = {
  path: ['dataset', 'remove'],
  summary: 'Removes a data set: the documents that a seed made, never a team’s own.',
  arguments: [{ name: 'name', syntax: '<name>', description: 'the data set' }],
  options: [{ flags: '-y, --yes', description: 'do not ask' }],
  examples: ['etalon dataset remove default --yes'],
  load: async () => (await import('./remove.handler.js')).removeHandler,
};
