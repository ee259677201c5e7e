import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

const PREFIX = '.etalon-';
const SHAPE = /^\.etalon-([a-z0-9]+)-(\d+)-([a-z0-9]+)-\d+\.tmp$/;

/** Tells this machine from others that share the folder; letters and digits only. */
const HOST =
  hostname()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40) || 'host';

/** Tells this process from an earlier one with the same id. */
const STARTED = Math.round(performance.timeOrigin).toString(36);

let made = 0;

/** A name beside `path` that no other process uses; it says which process of which machine made it. */
export function temporaryName(path: string): string {
  made += 1;
  return join(dirname(path), `${PREFIX}${HOST}-${String(process.pid)}-${STARTED}-${String(made)}.tmp`);
}

/** Says whether a file is what a process of this machine left that is no more. */
export function isLeftover(path: string): boolean {
  const [, host, pid, started] = SHAPE.exec(basename(path)) ?? [];
  if (host !== HOST) return false;
  if (Number(pid) === process.pid) return started !== STARTED;
  return !isAlive(Number(pid));
}

/** A process that may not be signalled is alive all the same. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code !== 'ESRCH';
  }
}
