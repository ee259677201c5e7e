import type { OptionDefinition } from '../command-definition.js';

/** What both exports take. */
export const EXPORT_OPTION_DEFINITIONS: readonly OptionDefinition[] = [
  { flags: '--output <FILE>', description: 'where to write (default: data/benchmarks/exports/<last day>/)' },
  { flags: '--from <YYYY-MM-DD>', description: "first day, in the data set's zone" },
  { flags: '--to <YYYY-MM-DD>', description: 'last day, included' },
  { flags: '--hours <N>', description: 'the last hours before the newest document' },
  { flags: '--channel <@NAME>', description: 'take this channel only; repeatable', repeatable: true },
  { flags: '--language <CODE>', description: 'take documents of this language only, such as ru' },
  { flags: '--limit <N>', description: 'at most so many records, the oldest first' },
  { flags: '--real-only', description: 'leave out records marked synthetic' },
  { flags: '--seed <N>', description: 'with --sample: which random choice' },
  { flags: '--sample <N>', description: 'with --seed: how many records to choose at random' },
  { flags: '--skip-invalid', description: 'leave out records that do not fit, list them in the manifest, exit 2' },
  { flags: '--redact', description: 'replace phone numbers, addresses, user names and invitations by placeholders' },
  { flags: '--compress <gzip|zstd>', description: 'compress the file (zstd: where Node.js has it)' },
  { flags: '--name <NAME>', description: 'the data set (default: default)' },
];
