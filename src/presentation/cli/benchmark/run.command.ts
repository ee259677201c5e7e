import type { CommandDefinition } from '../command-definition.js';

export const benchmarkRunCommand: CommandDefinition = {
  path: ['benchmark', 'run'],
  summary: 'Judges a data set and gives a verdict (exit 2 FAIL, 4 INSUFFICIENT, 3 WARN with --fail-on-warn).',
  options: [
    {
      flags: '--scenario <NAME>',
      description: 'channel_digest_ru, review_summary_ru, or the path of a YAML file',
      required: true,
    },
    { flags: '--dataset <FILE>', description: 'JSON lines of an export (default: the newest export of the kind)' },
    { flags: '--judge <KIND>', description: "lexical (default: the scenario's own)" },
    { flags: '--limit <N>', description: 'judge a seeded random sample of N' },
    { flags: '--include-synthetic', description: 'let synthetic samples count like all others' },
    {
      flags: '--timezone <ZONE>',
      description: "whose days are the clusters (default: the data set's, else Europe/Moscow)",
    },
    { flags: '--output <FILE>', description: 'write the run as JSON' },
    { flags: '--junit <FILE>', description: 'write the run as a JUnit report' },
    { flags: '--summary <FILE>', description: 'write the run as Markdown' },
    { flags: '--fail-on-warn', description: 'exit 3 when the verdict is WARN' },
  ],
  examples: ['etalon benchmark run --scenario channel_digest_ru --judge lexical'],
  load: async () => (await import('./run.handler.js')).runHandler,
};
