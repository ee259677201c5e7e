#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import type { CliHost } from './cli-host.js';

// Compiled code is kept between starts where the runtime can do that (Node 22 and later).
const { enableCompileCache } = nodeModule as { enableCompileCache?: () => unknown };
enableCompileCache?.();

const { COMMANDS } = await import('./command-registry.js');
const { runCli } = await import('./run-cli.js');

const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const host: CliHost = {
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  version: manifest.version,
  out: process.stdout,
  err: process.stderr,
  signals: process,
  commands: COMMANDS,
  createRuntime: async (request) => (await import('../../composition/cli-runtime.js')).createCliRuntime(request),
};

/** A reader that went away (`etalon … | head`) is no failure: the work goes on, its output goes nowhere. */
function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

process.stdout.on('error', ignoreBrokenPipe);
process.stderr.on('error', ignoreBrokenPipe);
process.on('uncaughtException', (error) => {
  void import('./errors/report-error.js').then(({ reportError }) => {
    reportError(error, host);
    process.exit(1);
  });
});

process.exitCode = await runCli(host);
// Work that an interruption cut off may still hold the loop; everything is closed and written by now.
if (process.exitCode === 130) process.exit();
