import type { CliHost } from './cli-host.js';
import { runCli } from './run-cli.js';

const EXIT_INTERRUPTED = 130;

/** Runs the command line of this process and sets its exit code; output that is still on its way is not cut off. */
export async function runProcess(wiring: Pick<CliHost, 'version' | 'commands' | 'createRuntime'>): Promise<void> {
  const host: CliHost = {
    ...wiring,
    argv: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    out: process.stdout,
    err: process.stderr,
    signals: process,
  };
  guardProcess(host);
  process.exitCode = await runCli(host);
  // Work that an interruption cut off may still hold the loop; everything is closed and written by now.
  if (process.exitCode === EXIT_INTERRUPTED) process.exit();
}

function guardProcess(host: CliHost): void {
  process.stdout.on('error', ignoreBrokenPipe);
  process.stderr.on('error', ignoreBrokenPipe);
  process.on('uncaughtException', (error) => {
    void import('./errors/report-error.js').then(({ reportError }) => {
      process.exit(reportError(error, host));
    });
  });
}

/** A reader that went away (`etalon … | head`) is no failure: the work goes on, its output goes nowhere. */
function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
