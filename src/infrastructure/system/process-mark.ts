import { createHash } from 'node:crypto';
import type { ProcessIdentity } from './process-identity.js';
import { currentProcess, isDead } from './process-identity.js';

const MARK = /^([0-9a-f]{16})-(\d{1,10})-(\d{1,20})$/;

/** What one process writes into the names of its files, so that others can tell whether it still lives. */
export function processMark(owner: ProcessIdentity = currentProcess()): string {
  return `${systemKey(owner)}-${owner.pid}-${owner.startedAt ?? 0}`;
}

/**
 * Says whether the process behind a mark is gone for certain.
 *
 * @returns `false` for what is no mark, and for processes of other systems (machines, boots, containers).
 */
export function isDeadMark(mark: string): boolean {
  const [, system, pid, started] = MARK.exec(mark) ?? [];
  const here = currentProcess();
  if (system !== systemKey(here)) return false;
  return isDead({ ...here, pid: Number(pid), startedAt: started === '0' ? null : (started ?? null) });
}

/** Names the running system: two containers of one host name, or two boots of one machine, have different keys. */
function systemKey({ host, machine }: ProcessIdentity): string {
  return createHash('sha256')
    .update(JSON.stringify([host, machine]))
    .digest('hex')
    .slice(0, 16);
}
