import { mapItems } from '../defects/summary-lines.js';
import { rewriteNumbers } from './number-formats.js';
import { rewriteWords } from './synonyms.js';

/*
 * The words and rules of the rewrite are its own on purpose: a judge that knows the same lists would be audited with its
 * own answers. Nothing here may be imported by a judge, and nothing of a judge may be imported here.
 */

/** Says the same in other words: facts, headings and the order of items stay. Equal input gives equal output. */
export function rewriteSummary(summary: string): string {
  return mapItems(summary, (item) => rewriteWords(rewriteNumbers(item)));
}
