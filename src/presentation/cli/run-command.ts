import { ERROR_CATALOGUE } from '../../domain/errors/error-catalogue.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { CliHost } from './cli-host.js';
import type { CliRuntime } from './cli-runtime.js';
import type { CommandDefinition } from './command-definition.js';
import type { CommandWork, OptionLabel, RawOptions } from './command-handler.js';
import type { GlobalOptions } from './global-options.js';
import { Interruption } from './interruption.js';
import { flagOf } from './options/flag-of.js';
import { StreamOutput } from './output/stream-output.js';
import { wantsColours } from './terminal.js';

/** How long work may go on after an interruption before everything is closed under it. */
const GRACE_MS = 3000;

/**
 * Runs a command: checks its options, starts the runtime, does the work, shuts down in order.
 *
 * @returns the exit code.
 * @throws USAGE before anything is opened; whatever the command throws; INTERRUPTED when a signal cut it off.
 */
export async function runCommand(
  host: CliHost,
  definition: CommandDefinition,
  raw: RawOptions,
  globals: GlobalOptions,
): Promise<number> {
  try {
    const handler = await definition.load();
    return await runWork(host, handler(raw, labelFor(definition)), globals);
  } catch (error) {
    throw pointedToHelp(error, definition);
  }
}

async function runWork(host: CliHost, work: CommandWork, globals: GlobalOptions): Promise<number> {
  const interruption = new Interruption(host.signals);
  try {
    const runtime = await startRuntime(host, globals, interruption.signal);
    return await workAndShutDown(() => interruption.guard(work(runtime.context), GRACE_MS), runtime);
  } finally {
    interruption.release();
  }
}

/** A fault of the command line that knows nothing better to do sends people to the help of this very command. */
function pointedToHelp(error: unknown, { path }: CommandDefinition): unknown {
  if (!(error instanceof EtalonError) || error.hint !== ERROR_CATALOGUE.USAGE.hint) return error;
  const hint = `See \`etalon ${path.join(' ')} --help\`.`;
  return new EtalonError(error.code, error.message, { details: error.details, hint, cause: error });
}

/** Shuts down whatever happens; of two failures the work's own is the one to tell. */
async function workAndShutDown(work: () => Promise<number>, runtime: CliRuntime): Promise<number> {
  let exitCode: number;
  try {
    exitCode = await work();
  } catch (error) {
    await runtime.shutdown().catch(() => undefined);
    throw error;
  }
  await runtime.shutdown();
  return exitCode;
}

function startRuntime(host: CliHost, globals: GlobalOptions, signal: AbortSignal): Promise<CliRuntime> {
  const colours = wantsColours(host.out, host);
  const interactive = host.out.isTTY === true && host.err.isTTY === true && !globals.quiet;
  const output = new StreamOutput(host.out, host.err, { json: globals.json, quiet: globals.quiet, colours });
  return host.createRuntime({ globals, env: host.env, cwd: host.cwd, output, interactive, signal });
}

/** `windowEnd` → `--window-end`, `run` → `<run>` where that is an argument. */
function labelFor(definition: CommandDefinition): OptionLabel {
  const names = new Map((definition.arguments ?? []).map(({ name, syntax }) => [name, syntax]));
  return (property) => names.get(property) ?? flagOf(property);
}
