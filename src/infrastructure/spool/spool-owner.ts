import { isDeadMark, processMark } from '../system/process-mark.js';

/** What the folders are for. */
export type SpoolPurpose = 'seed' | 'verify';

const FOLDER = /^(?:seed|verify)-([0-9a-f]{16}-\d{1,10}-\d{1,20})-\w{6}$/;

/**
 * What the name of a spool's folder begins with; six characters that make it unique follow. The owner stands in the name,
 * so that there is no moment without one.
 */
export function folderPrefix(purpose: SpoolPurpose): string {
  return `${purpose}-${processMark()}-`;
}

/** Says whether a folder is a spool. */
export function isSpool(folder: string): boolean {
  return FOLDER.test(folder);
}

/** Says whether a spool's process is known to be gone. A number that another process has by now does not count as alive. */
export function isOrphaned(folder: string): boolean {
  const [, mark] = FOLDER.exec(folder) ?? [];
  return mark !== undefined && isDeadMark(mark);
}
