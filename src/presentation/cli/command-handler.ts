import type { CommandContext } from './command-context.js';
import type { ExitCode } from './exit-code.js';

/** Options and arguments as the command line gave them: strings, lists of strings, `true` for switches. */
export type RawOptions = Readonly<Record<string, unknown>>;

/** How a property of the options class is called on the command line: `--window-end`, `<run>`. */
export type OptionLabel = (property: string) => string;

/**
 * What a command does, in two steps: first the options are checked (nothing has been opened or created yet, and faults
 * are thrown as `USAGE`), then the returned function does the work.
 */
export type CommandHandler = (raw: RawOptions, label: OptionLabel) => CommandWork;

export type CommandWork = (context: CommandContext) => Promise<ExitCode>;
