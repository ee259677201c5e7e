import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { StoreDifference } from '../../../domain/export/verify/file-problem.js';
import { lineDifference } from '../../../domain/export/verify/line-difference.js';
import type { LineCursor } from './line-cursor.js';

/**
 * Reads a file and what the store gives for it side by side, up to the first difference.
 *
 * @returns nothing when they are equal to the end.
 * @throws what the store and the reading throw.
 */
export async function compareWithStore(
  file: LineCursor,
  lines: AsyncIterable<string>,
): Promise<StoreDifference | null> {
  const seen = { lines: 0 };
  try {
    return await firstDifference(file, lines, seen);
  } catch (error) {
    if (!isUnusable(error)) throw error;
    const why = `the store gives no line there: ${error.message}`;
    return { ...differs(seen.lines + 1, undefined, undefined), why };
  }
}

async function firstDifference(
  file: LineCursor,
  lines: AsyncIterable<string>,
  seen: { lines: number },
): Promise<StoreDifference | null> {
  for await (const expected of lines) {
    seen.lines += 1;
    const actual = file.next() ?? (await file.more());
    if (actual?.text !== expected || !actual.valid) return differs(seen.lines, actual?.text, expected);
  }
  const more = file.next() ?? (await file.more());
  return more === undefined ? null : differs(seen.lines + 1, more.text, undefined);
}

function differs(line: number, file: string | undefined, store: string | undefined): StoreDifference {
  return { line, difference: lineDifference(file ?? null, store ?? null) };
}

/** A document that cannot be a line any more is how the store differs, and no failure of the check. */
function isUnusable(error: unknown): error is EtalonError {
  return error instanceof EtalonError && ['EXPORT_RECORD_INVALID', 'STORE_DOCUMENT_INVALID'].includes(error.code);
}
