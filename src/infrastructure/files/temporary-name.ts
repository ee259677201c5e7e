import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { isDeadMark, processMark } from '../system/process-mark.js';

const SHAPE = /^\.etalon-(.+)-\d+-\d+\.tmp$/;

let made = 0;

/** A name beside `path` that no other process or thread uses; it says which process of which system made it. */
export function temporaryName(path: string): string {
  made += 1;
  return join(dirname(path), `.etalon-${processMark()}-${threadId}-${made}.tmp`);
}

/** Says whether a path is named like our temporary files. */
export function isTemporary(path: string): boolean {
  return SHAPE.test(basename(path));
}

/** Says whether a file is what a process of this system left that is no more. */
export function isLeftover(path: string): boolean {
  const [, mark] = SHAPE.exec(basename(path)) ?? [];
  return mark !== undefined && isDeadMark(mark);
}
