import type { CommandDefinition } from '../command-definition.js';

export const datasetVerifyCommand: CommandDefinition = {
  path: ['dataset', 'verify'],
  summary: 'Counts and validates a data set again, writing nothing (exit 2 when something is wrong).',
  options: [{ flags: '--name <NAME>', description: 'the data set (default: default)' }],
  examples: ['etalon dataset verify --json'],
  load: async () => (await import('./verify.handler.js')).verifyHandler,
};
