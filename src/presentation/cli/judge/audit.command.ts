import type { CommandDefinition } from '../command-definition.js';

export const judgeAuditCommand: CommandDefinition = {
  path: ['judge', 'audit'],
  summary: 'Spoils good samples one defect at a time and shows what a judge makes of it (exit 2 when it misses one).',
  options: [
    { flags: '--judge <KIND>', description: 'the judge to audit, such as lexical', required: true },
    { flags: '--dataset <FILE>', description: 'JSON lines of an export (default: the newest export of digests)' },
    { flags: '--seed <N>', description: 'which samples are spoilt, and how (default: 1)' },
    { flags: '--per-defect <N>', description: 'pairs of a clean and a spoilt sample for each defect (default: 50)' },
    {
      flags: '--timezone <ZONE>',
      description: "whose days are the clusters (default: the data set's, else Europe/Moscow)",
    },
  ],
  examples: ['etalon judge audit --judge lexical --per-defect 50'],
  load: async () => (await import('./audit.handler.js')).judgeAuditHandler,
};
