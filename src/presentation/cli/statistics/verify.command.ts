import type { CommandDefinition } from '../command-definition.js';

export const statisticsVerifyCommand: CommandDefinition = {
  path: ['statistics', 'verify'],
  summary:
    'Recomputes reference vectors with the statistics of the product (exit 2 when a figure is off, 4 when none was checked).',
  options: [
    {
      flags: '--vectors <FILE>',
      description: 'JSON: {"vectors": [{name, method, inputs, params, expected, tolerance}]}',
      required: true,
    },
  ],
  examples: ['etalon statistics verify --vectors vectors.json'],
  load: async () => (await import('./verify.handler.js')).statisticsVerifyHandler,
};
