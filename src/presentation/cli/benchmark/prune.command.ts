import type { CommandDefinition } from '../command-definition.js';

export const benchmarkPruneCommand: CommandDefinition = {
  path: ['benchmark', 'prune'],
  summary: 'Removes old runs with their results; baselines and what pilots rest on stay.',
  options: [
    {
      flags: '--keep <N>',
      description: 'the newest runs of each scenario that stay; those without an end take no place',
      required: true,
    },
    { flags: '--older-than <DAYS>', description: 'remove only runs that are at least so many days old' },
    { flags: '-y, --yes', description: 'remove them; without it the command only says what would go' },
  ],
  examples: ['etalon benchmark prune --keep 20 --older-than 90 --yes'],
  load: async () => (await import('./prune.handler.js')).pruneHandler,
};
