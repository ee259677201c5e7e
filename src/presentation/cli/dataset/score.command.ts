import type { CommandDefinition } from '../command-definition.js';

export const datasetScoreCommand: CommandDefinition = {
  path: ['dataset', 'score'],
  summary: "Writes a judge's scores into documents that have none, for dry runs (exit 2 when some are left without).",
  options: [
    { flags: '--judge <KIND>', description: 'who scores: lexical or llm', required: true },
    { flags: '--name <NAME>', description: 'the data set (default: default)' },
    { flags: '--kind <KIND>', description: 'only digests, or only review_reports (default: both)' },
    {
      flags: '--scenario <NAME|FILE>',
      description: 'thresholds and prompt of this scenario, and only its kind of data',
    },
    { flags: '--max-concurrency <N>', description: 'documents judged at once (default: 8)' },
    { flags: '--budget-calls <N>', description: 'make no more calls than this; what is left stays without scores' },
  ],
  examples: [
    'etalon dataset score --judge lexical',
    'etalon dataset score --judge llm --kind digests --budget-calls 500',
  ],
  load: async () => (await import('./score.handler.js')).scoreHandler,
};
