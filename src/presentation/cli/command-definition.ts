import type { CommandHandler } from './command-handler.js';

/**
 * A command as the program tree, the help and the completion need it. Definitions are loaded at every start, so they
 * import nothing heavy: what does the work is imported by `load` when the command runs.
 *
 * To add a command: write `<subject>/<name>.command.ts` (a definition like this) and `<subject>/<name>.handler.ts`
 * (options class and `defineHandler`), and add one line to `COMMANDS` in `command-registry.ts`.
 *
 * @example
 * export const datasetShowCommand: CommandDefinition = {
 *   path: ['dataset', 'show'],
 *   summary: 'Prints a heat map, channels by days.',
 *   options: [{ flags: '--name <NAME>', description: 'the data set (default: default)' }],
 *   examples: ['etalon dataset show --name default'],
 *   load: async () => (await import('./show.handler.js')).showHandler,
 * };
 */
export interface CommandDefinition {
  /** The words that call it, groups first. */
  readonly path: readonly [string, ...string[]];
  /** One sentence for the help. */
  readonly summary: string;
  readonly arguments?: readonly ArgumentDefinition[];
  readonly options: readonly OptionDefinition[];
  /** Whole command lines that work; at least one. */
  readonly examples: readonly [string, ...string[]];
  readonly load: () => Promise<CommandHandler>;
}

/** A positional argument; its value reaches the options class under `name`. */
export interface ArgumentDefinition {
  readonly name: string;
  /** As commander writes it: `<run>` required, `[dir]` optional, `<files...>` many. */
  readonly syntax: string;
  readonly description: string;
}

/** An option; its value reaches the options class under its name in camel case (`--window-end` → `windowEnd`). */
export interface OptionDefinition {
  /** As commander writes it: `--days <N>`, `--keep-going`, `-y, --yes`. */
  readonly flags: string;
  readonly description: string;
  /** The command does not run without it; the help says so. */
  readonly required?: boolean;
  /** May be given several times: the class gets a list. */
  readonly repeatable?: boolean;
  /** The only words that it takes, where they are few and fixed. */
  readonly choices?: readonly string[];
}
