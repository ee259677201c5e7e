import type { CommandDefinition } from '../command-definition.js';

export const benchmarkBaselineShowCommand: CommandDefinition = {
  path: ['benchmark', 'baseline', 'show'],
  summary: 'Shows the run that is pinned for a scenario.',
  options: [{ flags: '--scenario <NAME>', description: 'the scenario (default: channel_digest_ru)' }],
  examples: ['etalon benchmark baseline show --scenario review_summary_ru'],
  load: async () => (await import('./baseline.handler.js')).baselineShowHandler,
};
