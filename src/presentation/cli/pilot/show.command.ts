import type { CommandDefinition } from '../command-definition.js';

export const pilotShowCommand: CommandDefinition = {
  path: ['pilot', 'show'],
  summary: 'Shows the pilot of a stage and its decision (exit 2 unless it is GO).',
  options: [{ flags: '--stage <STAGE>', description: 'the stage, such as 05_03', required: true }],
  examples: ['etalon pilot show --stage 05_03'],
  load: async () => (await import('./pilot.handlers.js')).pilotShowHandler,
};
