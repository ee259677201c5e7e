import type { CommandDefinition } from '../command-definition.js';

export const seedCommand: CommandDefinition = {
  path: ['seed'],
  summary: 'Seeds a benchmark data set from channel history.',
  options: [
    { flags: '--from <SOURCE>', description: 'what to read', required: true, choices: ['telegram-export'] },
    { flags: '--path <DIR>', description: 'the export: a folder of channels, or one result.json', required: true },
    { flags: '--window-end <YYYY-MM-DD>', description: 'last day of the window, in the time zone', required: true },
    { flags: '--days <N>', description: 'days of the window (default: 30)' },
    { flags: '--min-per-channel <N>', description: 'records of each kind a channel must reach (default: 30)' },
    { flags: '--channel <@NAME>', description: 'take this channel only; repeatable', repeatable: true },
    { flags: '--channel-name <ID=@NAME>', description: 'handle of a chat by its id; repeatable', repeatable: true },
    { flags: '--seed <N>', description: 'seed of everything random (default: 1)' },
    {
      flags: '--digester <NAME>',
      description: 'who writes the digests (default: extractive)',
      choices: ['extractive', 'llm'],
    },
    { flags: '--timezone <ZONE>', description: 'zone of the calendar days (default: Europe/Moscow)' },
    { flags: '--name <NAME>', description: 'name of the data set (default: default)' },
    { flags: '--keep-going', description: 'store the good records when some break rules (exit 2)' },
  ],
  examples: ['etalon seed --from telegram-export --path examples/telegram-export --window-end 2024-12-03'],
  load: async () => (await import('./seed.handler.js')).seedHandler,
};
