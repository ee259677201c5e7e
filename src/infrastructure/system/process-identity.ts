import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Which process it is, so that neither a recycled process id nor another machine of the same name is taken for it. */
export interface ProcessIdentity {
  readonly host: string;
  /** Names the running system: processes can be looked up only from inside the same one. Empty when it has no name. */
  readonly machine: string;
  readonly pid: number;
  /** When the process started, in the system's own unit; `null` when it does not say. */
  readonly startedAt: string | null;
}

/** Position of `starttime` among the fields of /proc/PID/stat that follow the program's name; see proc(5). */
const START_TIME = 19;
const STATE = 0;

/** Says which process this one is. */
export function currentProcess(): ProcessIdentity {
  return {
    host: hostname(),
    machine: machineName(),
    pid: process.pid,
    startedAt: statusOf(process.pid)?.[START_TIME] ?? null,
  };
}

/**
 * Is the process gone for certain? `false` also when it cannot be known: another machine, or a system that does not
 * tell and still has a process of that id.
 */
export function isDead(identity: ProcessIdentity): boolean {
  if (identity.host !== hostname() || identity.machine !== machineName()) return false;
  if (!hasProcess(identity.pid)) return true;
  const status = statusOf(identity.pid);
  if (status === undefined) return false;
  const ended = status[STATE] === 'Z' || status[STATE] === 'X';
  return ended || (identity.startedAt !== null && status[START_TIME] !== identity.startedAt);
}

/** The boot and the process namespace: inside these two, a process id means one thing. Empty where there is no /proc. */
function machineName(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return '';
  }
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function statusOf(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
