import type { CommandDefinition } from '../command-definition.js';

export const benchmarkCompareCommand: CommandDefinition = {
  path: ['benchmark', 'compare'],
  summary: 'Holds a run against a baseline, sample by sample (exit 2 when it is worse).',
  arguments: [
    { name: 'a', syntax: '<a>', description: 'the baseline: a run, or "pinned"' },
    { name: 'b', syntax: '<b>', description: 'the candidate' },
  ],
  options: [
    { flags: '--margin <M>', description: 'the largest difference of a score that counts as none (default: 0.02)' },
    { flags: '--alpha <P>', description: 'the level of the tests (default: 0.05)' },
  ],
  examples: ['etalon benchmark compare pinned 20241203-1a2b --margin 0.02'],
  load: async () => (await import('./compare.handler.js')).compareHandler,
};
