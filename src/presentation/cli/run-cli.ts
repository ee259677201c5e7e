import type { Command } from 'commander';
import { CommanderError } from 'commander';
import { buildProgram } from './build-program.js';
import type { CliHost } from './cli-host.js';
import type { GlobalOptions } from './global-options.js';

/*
 * What runs a command and what tells of failures is imported when it is needed: `etalon --help` and completion start as
 * fast as they can.
 */

/** Runs one command line. Never throws: what goes wrong is written to standard error. @returns the exit code. */
export async function runCli(host: CliHost): Promise<number> {
  let exitCode = 0;
  const program: Command = buildProgram(host.commands, {
    version: host.version,
    out: host.out,
    dispatch: async (definition, raw) => {
      const { runCommand } = await import('./run-command.js');
      exitCode = await runCommand(host, definition, raw, program.opts<GlobalOptions>());
    },
  });
  return (await failureOf(program, host)) ?? exitCode;
}

/** @returns the exit code of what went wrong, `undefined` when nothing did. */
async function failureOf(program: Command, host: CliHost): Promise<number | undefined> {
  try {
    if (host.argv.length === 0) program.outputHelp();
    else await program.parseAsync([...host.argv], { from: 'user' });
    return undefined;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { reportError } = await import('./errors/report-error.js');
    return reportError(error, host, program);
  }
}
