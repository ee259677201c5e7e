import type { Command } from 'commander';
import { CommanderError } from 'commander';
import { buildProgram } from './build-program.js';
import type { CliHost } from './cli-host.js';
import { usageError } from './errors/usage-error.js';
import { writeError } from './errors/write-error.js';
import type { GlobalOptions } from './global-options.js';
import { runCommand } from './run-command.js';
import { hasSwitch, wantsColours } from './terminal.js';

/** Runs one command line. Never throws: what goes wrong is written to standard error. @returns the exit code. */
export async function runCli(host: CliHost): Promise<number> {
  let exitCode = 0;
  const program: Command = buildProgram(host.commands, {
    version: host.version,
    out: host.out,
    dispatch: async (definition, raw) => {
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
    return finish(error, program, host);
  }
}

function finish(error: unknown, program: Command, host: CliHost): number {
  if (!(error instanceof CommanderError)) return reportError(error, host);
  return error.exitCode === 0 ? 0 : reportError(usageError(error, program, host.argv), host);
}

/** Writes what was thrown to standard error in the form that was asked for. @returns the exit code. */
export function reportError(error: unknown, host: CliHost): number {
  return writeError(error, host.err, {
    json: hasSwitch(host.argv, '--json'),
    colours: wantsColours(host.err, host),
    stack: host.env['LOG_LEVEL'] === 'debug' || /--log-level[ =]debug/.test(host.argv.join(' ')),
  });
}
