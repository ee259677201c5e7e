import type { CommandDefinition } from '../command-definition.js';

export const benchmarkScenariosCommand: CommandDefinition = {
  path: ['benchmark', 'scenarios'],
  summary: 'Lists the scenarios that can be run.',
  options: [],
  examples: ['etalon benchmark scenarios'],
  load: async () => (await import('./scenarios.handler.js')).scenariosHandler,
};
