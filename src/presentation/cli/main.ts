#!/usr/bin/env node
import * as nodeModule from 'node:module';

// Compiled code is kept between starts where the runtime can do that (Node 22 and later); it has to be on before the rest
// is loaded.
const { enableCompileCache } = nodeModule as { enableCompileCache?: () => unknown };
enableCompileCache?.();

const { COMMANDS } = await import('./command-registry.js');
const { packageVersion } = await import('../../composition/package-version.js');
const { runProcess } = await import('./run-process.js');

await runProcess({
  version: packageVersion(),
  commands: COMMANDS,
  createRuntime: async (request) => (await import('../../composition/cli-runtime.js')).createCliRuntime(request),
});
