import type { CommandDefinition } from '../command-definition.js';

export const benchmarkBaselineSetCommand: CommandDefinition = {
  path: ['benchmark', 'baseline', 'set'],
  summary: 'Pins the run that `--baseline pinned` means for its scenario.',
  arguments: [{ name: 'run', syntax: '<run>', description: 'a completed run' }],
  options: [],
  examples: ['etalon benchmark baseline set 20241203-1a2b'],
  load: async () => (await import('./baseline.handler.js')).baselineSetHandler,
};
