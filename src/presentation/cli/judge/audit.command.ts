import type { CommandDefinition } from '../command-definition.js';

export const judgeAuditCommand: CommandDefinition = {
  path: ['judge', 'audit'],
  summary: 'Spoils good samples one defect at a time and shows what a judge makes of it (exit 2 when it misses one).',
  options: [
    { flags: '--judge <KIND>', description: 'the judge to audit: lexical or llm', required: true },
    { flags: '--dataset <FILE>', description: 'JSON lines of an export (default: the newest export of digests)' },
    { flags: '--seed <N>', description: 'which samples are spoilt, and how (default: 1)' },
    { flags: '--per-defect <N>', description: 'pairs of a clean and a spoilt sample for each defect (default: 50)' },
    {
      flags: '--max-concurrency <N>',
      description: 'samples judged at the same time (default: 8 where a call costs something, else 1)',
    },
    {
      flags: '--budget-calls <N>',
      description: 'make at most N calls, the test of the judge included; what is left counts as missing',
    },
    { flags: '--budget-tokens <N>', description: 'use about N tokens, in and out; what is left counts as missing' },
    {
      flags: '--timezone <ZONE>',
      description: "whose days are the clusters (default: the data set's, else Europe/Moscow)",
    },
  ],
  examples: [
    'etalon judge audit --judge lexical --per-defect 50',
    'etalon judge audit --judge llm --per-defect 10 --budget-calls 600',
  ],
  load: async () => (await import('./audit.handler.js')).judgeAuditHandler,
};
