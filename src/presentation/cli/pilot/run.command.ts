import type { CommandDefinition } from '../command-definition.js';

export const pilotRunCommand: CommandDefinition = {
  path: ['pilot', 'run'],
  summary: 'Runs the go/no-go pilot of a stage: dry run, live run, comparison (exit 2 unless it is GO).',
  options: [
    { flags: '--stage <STAGE>', description: 'the stage, such as 05_03', required: true },
    { flags: '--dataset <FILE>', description: 'JSON lines of an export (default: the newest export of the kind)' },
    { flags: '--judge <KIND>', description: "who scores the live run (default: the scenario's own)" },
  ],
  examples: ['etalon pilot run --stage 05_03'],
  load: async () => (await import('./pilot.handlers.js')).pilotRunHandler,
};
