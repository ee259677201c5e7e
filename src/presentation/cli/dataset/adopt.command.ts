import type { CommandDefinition } from '../command-definition.js';

export const datasetAdoptCommand: CommandDefinition = {
  path: ['dataset', 'adopt'],
  summary: 'Records documents that the store already holds as a data set (exit 2 when a channel is below the floor).',
  options: [
    { flags: '--name <NAME>', description: 'name of the data set (default: default)' },
    { flags: '--window-end <YYYY-MM-DD>', description: 'last day of the window, in the time zone', required: true },
    { flags: '--days <N>', description: 'days of the window (default: 30)' },
    { flags: '--min-per-channel <N>', description: 'records of each kind a channel must have (default: 30)' },
    { flags: '--channel <@NAME>', description: 'take this channel only; repeatable', repeatable: true },
    { flags: '--timezone <ZONE>', description: 'zone of the calendar days (default: Europe/Moscow)' },
  ],
  examples: ['etalon dataset adopt --name production --window-end 2024-12-03'],
  load: async () => (await import('./adopt.handler.js')).adoptHandler,
};
