import { parseJson } from '../../shared/parse-json.js';
import { jsonDifference } from './json-difference.js';

/** How a line of a file differs from what the store gives for it. */
export interface LineDifference {
  /** JSON pointer of the first field that differs; "" where the lines are not two records that could be compared. */
  readonly field: string;
  /** The first character that differs, from 1, in the field or else in the line; `null` where one of them is missing. */
  readonly character: number | null;
  /** What stands there, with a little around it; `null` when the file or the store has no such line or field. */
  readonly file: string | null;
  readonly store: string | null;
}

const AROUND = 30;
const LONGEST_FIELD = 200;

/** Compares two lines that are not equal; `null` stands for a line that is not there. What it shows is short. */
export function lineDifference(file: string | null, store: string | null): LineDifference {
  const found = file === null || store === null ? undefined : fieldDifference(file, store);
  return found ?? textDifference('', file, store);
}

function fieldDifference(file: string, store: string): LineDifference | undefined {
  const [left, right] = [parseJson(file), parseJson(store)];
  if (left === undefined || right === undefined) return undefined;
  const found = jsonDifference(left, right);
  return found && textDifference(found.path.slice(0, LONGEST_FIELD), textOf(found.left), textOf(found.right));
}

/** Text as it is, other scalars as JSON writes them, and of anything larger only what it is. */
function textOf(value: unknown): string | null {
  if (value === undefined) return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : JSON.stringify(value);
}

function textDifference(field: string, file: string | null, store: string | null): LineDifference {
  if (file === null || store === null)
    return { field, character: null, file: around(file, 0), store: around(store, 0) };
  const at = firstDifference(file, store);
  return { field, character: at + 1, file: around(file, at), store: around(store, at) };
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

function around(text: string | null, at: number): string | null {
  if (text === null) return null;
  const [start, end] = [Math.max(0, at - AROUND), at + AROUND];
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}
