import type { CommandDefinition } from '../command-definition.js';

export const spotcheckSampleCommand: CommandDefinition = {
  path: ['spotcheck', 'sample'],
  summary: 'Draws records for people to look at and runs the RU checklist over them (exit 2 when it fails).',
  options: [
    { flags: '--seed <N>', description: 'which random choice (default: 1)' },
    { flags: '--per-channel <N>', description: 'records of each kind from each channel (default: 5)' },
    { flags: '--name <NAME>', description: 'the data set (default: default)' },
  ],
  examples: ['etalon spotcheck sample --seed 7 --per-channel 5'],
  load: async () => (await import('./sample.handler.js')).spotcheckSampleHandler,
};
