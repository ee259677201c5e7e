// The compiler writes files without the execute bit; the command needs it.
import { chmodSync, existsSync } from 'node:fs';

const command = new URL('../dist/presentation/cli/main.js', import.meta.url);
if (existsSync(command)) chmodSync(command, 0o755);
