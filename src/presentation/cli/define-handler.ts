import type { CommandContext } from './command-context.js';
import type { CommandHandler } from './command-handler.js';
import type { ExitCode } from './exit-code.js';
import { validateOptions } from './options/validate-options.js';

/**
 * Makes the handler of a command from its options class and its work.
 *
 * @param options - a class whose properties carry the rules of `options/option-rules.ts`; initial values are defaults.
 * @param work - gets the services it asks for and checked options, and answers with the exit code.
 */
export function defineHandler<O extends object>(
  options: new () => O,
  work: (context: CommandContext, options: O) => Promise<ExitCode>,
): CommandHandler {
  return (raw, label) => {
    const checked = validateOptions(options, raw, label);
    return (context) => work(context, checked);
  };
}
