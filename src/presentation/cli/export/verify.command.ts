import type { CommandDefinition } from '../command-definition.js';

export const exportVerifyCommand: CommandDefinition = {
  path: ['export', 'verify'],
  summary: 'Checks an export from its files: sizes, hashes, records, schema, order (exit 2 when something is wrong).',
  arguments: [{ name: 'dir', syntax: '[dir]', description: "the export's folder (default: the newest one)" }],
  options: [
    { flags: '--against-store', description: 'compare each line, and the hash of the data set, with the store' },
    { flags: '--twice', description: 'run each export two times and compare the bytes (50 records or more)' },
  ],
  examples: ['etalon export verify', 'etalon export verify data/benchmarks/exports/2024-12-03 --against-store --twice'],
  load: async () => (await import('./verify.handler.js')).exportVerifyHandler,
};
