import type { CommandDefinition } from '../command-definition.js';

export const storeCopyCommand: CommandDefinition = {
  path: ['store', 'copy'],
  summary: 'Copies everything that the store holds into another store, and compares both.',
  options: [
    {
      flags: '--to <URL|FILE>',
      description: 'a MongoDB URL (with the database behind the host, else DB_NAME) or an SQLite file',
      required: true,
    },
    { flags: '--replace', description: 'replace documents that the target holds otherwise' },
  ],
  examples: [
    'etalon store copy --to mongodb://127.0.0.1:27017/butler',
    'MONGODB_URL=mongodb://127.0.0.1:27017 etalon store copy --to butler.db',
  ],
  load: async () => (await import('./copy.handler.js')).copyHandler,
};
