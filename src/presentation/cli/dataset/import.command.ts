import type { CommandDefinition } from '../command-definition.js';

export const datasetImportCommand: CommandDefinition = {
  path: ['dataset', 'import'],
  summary: 'Takes documents that mongoexport wrote into the store, as they are.',
  arguments: [
    {
      name: 'files',
      syntax: '<files...>',
      description: 'Extended JSON, one document a line or an array, plain or gzip; - for standard input',
    },
  ],
  options: [
    {
      flags: '--kind <KIND>',
      description: 'what all documents are (default: each one tells)',
      choices: ['digests', 'review_reports'],
    },
    { flags: '--keep-going', description: 'store the good documents when others are broken; exits 2' },
  ],
  examples: [
    'etalon dataset import digests.json review_reports.json.gz',
    'mongoexport --uri "$PRODUCTION_URL" -c digests | etalon dataset import -',
  ],
  load: async () => (await import('./import.handler.js')).importHandler,
};
