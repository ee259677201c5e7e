import type { Command } from 'commander';
import { CommanderError } from 'commander';
import type { CliHost } from '../cli-host.js';
import { hasSwitch, wantsColours } from '../terminal.js';
import { usageError } from './usage-error.js';
import { writeError } from './write-error.js';

/**
 * Writes what was thrown to standard error in the form that was asked for.
 *
 * @param program - the tree of commands, for complaints about the command line.
 * @returns the exit code.
 */
export function reportError(thrown: unknown, host: CliHost, program?: Command): number {
  const complaint = thrown instanceof CommanderError && program !== undefined;
  return writeError(complaint ? usageError(thrown, program, host.argv) : thrown, host.err, {
    json: hasSwitch(host.argv, '--json'),
    colours: wantsColours(host.err, host),
    stack: host.env['LOG_LEVEL'] === 'debug' || /--log-level[ =]debug/.test(host.argv.join(' ')),
  });
}
