import type { CommandDefinition } from '../command-definition.js';

export const benchmarkShowCommand: CommandDefinition = {
  path: ['benchmark', 'show'],
  summary: 'Shows a stored run.',
  arguments: [{ name: 'run', syntax: '<run>', description: 'the id of a run' }],
  options: [],
  examples: ['etalon benchmark show RUN --json'],
  load: async () => (await import('./show.handler.js')).showRunHandler,
};
