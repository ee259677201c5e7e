import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Who works in a spool: told by the name of its folder, so that there is no moment without an owner. */
export interface SpoolOwner {
  readonly pid: number;
  /** When the process began, in ticks since the machine started; "0" where the system does not tell. */
  readonly started: string;
  readonly host: string;
}

const FOLDER = /^seed-(\d{1,10})-(\d{1,20})-([a-z0-9]{1,40})-\w{6}$/;

/** This process. */
export async function thisOwner(): Promise<SpoolOwner> {
  return { pid: process.pid, started: await startOf(process.pid), host: thisHost() };
}

/** What the name of an owner's folder begins with; six characters that make it unique follow. */
export function folderPrefix({ pid, started, host }: SpoolOwner): string {
  return `seed-${pid}-${started}-${host}-`;
}

/** The owner of a folder; `undefined` when the folder is no spool. */
export function ownerOf(folder: string): SpoolOwner | undefined {
  const [, pid, started, host] = FOLDER.exec(folder) ?? [];
  if (pid === undefined || started === undefined || host === undefined) return undefined;
  return { pid: Number(pid), started, host };
}

/** Says whether the owner is known to be gone. A number that another process has by now does not count as alive. */
export async function isGone(owner: SpoolOwner): Promise<boolean> {
  if (owner.host !== thisHost()) return false;
  if (!exists(owner.pid)) return true;
  const started = await startOf(owner.pid);
  return started !== '0' && owner.started !== '0' && started !== owner.started;
}

function thisHost(): string {
  return (
    hostname()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 40) || 'host'
  );
}

/** A process of somebody else's is alive, too. */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** The 22nd field of Linux's process table; the name in the second may hold spaces and brackets. */
async function startOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  } catch {
    return '0';
  }
}
