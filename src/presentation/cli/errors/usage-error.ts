import type { Command, CommanderError } from 'commander';
import { EtalonError } from '../../../domain/errors/etalon-error.js';

/**
 * Turns commander's complaint into a `USAGE` error. Commander adds "(Did you mean --window-end?)" where a name comes
 * close; that goes into the hint.
 */
export function usageError(error: CommanderError, program: Command, argv: readonly string[]): EtalonError {
  const command = commandOf(program, argv);
  const path = pathOf(command);
  const [complaint = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const message =
    error.code === 'commander.help' ? missingCommand(command, path) : `${capitalised(complaint).replace(/\.$/, '')}.`;
  const didYouMean = suggestion === undefined ? '' : `${suggestion.replace(/^\(|\)$/g, '')} `;
  return new EtalonError('USAGE', message, {
    hint: `${didYouMean}See \`${path} --help\`.`,
    details: { command: path },
  });
}

function missingCommand(command: Command, path: string): string {
  const names = command.commands.map((child) => child.name()).join(', ');
  return `\`${path}\` needs one of: ${names}.`;
}

/** The deepest command that the words name. */
function commandOf(program: Command, argv: readonly string[]): Command {
  return argv.reduce((command, word) => command.commands.find((child) => child.name() === word) ?? command, program);
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
