import type { RunStatus } from './benchmark-run.js';

const UNFINISHED: ReadonlySet<RunStatus> = new Set(['running', 'interrupted', 'failed']);

/** Whether a run of that status came to its end: others have no verdict, and can be resumed. */
export function hasEnd(status: RunStatus): boolean {
  return !UNFINISHED.has(status);
}
