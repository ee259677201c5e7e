import type { CommandDefinition } from '../command-definition.js';

export const benchmarkAgreementCommand: CommandDefinition = {
  path: ['benchmark', 'agreement'],
  summary: 'Says how far a judge agrees with people, and combines their labels with its scores.',
  options: [
    {
      flags: '--human <FILE>',
      description:
        'JSON lines {"sample_id", "rater", "scores": {metric: 0…1}}; of what a rater says of one sample, the last counts',
      required: true,
    },
    { flags: '--run <RUN>', description: 'the run (default: the newest completed one)' },
  ],
  examples: ['etalon benchmark agreement --human labels.jsonl'],
  load: async () => (await import('./agreement.handler.js')).agreementHandler,
};
