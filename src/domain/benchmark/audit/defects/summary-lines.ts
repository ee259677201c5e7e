import { plainText } from '../../../text/plain-text.js';
import { sentencesOf } from '../../../text/sentences.js';

/** Says whether a line of Markdown is text of the summary, neither a heading nor empty. */
export function isItem(line: string): boolean {
  return line.trim() !== '' && !/^\s*#/u.test(line);
}

/** The lines of the text, without headings and empty ones. */
export function itemsOf(summary: string): readonly string[] {
  return summary.split('\n').filter(isItem);
}

/** Puts something in the place of each line of the text; headings and empty lines stay. `null` takes the line away. */
export function mapItems(summary: string, change: (item: string, index: number) => string | null): string {
  let index = -1;
  const lines = summary.split('\n').map((line) => (isItem(line) ? change(line, (index += 1)) : line));
  return lines.filter((line) => line !== null).join('\n');
}

/** The text with more items at its end. */
export function withItems(summary: string, sentences: readonly string[]): string {
  return `${summary.trimEnd()}\n${sentences.map((sentence) => `- ${sentence}\n`).join('')}`;
}

/** The mark of a list that a line begins with, or nothing. */
export function listMark(item: string): string {
  return /^\s*[-*+•]\s+/u.exec(item)?.[0] ?? '';
}

/** The sentences of a line without its marks. */
export function itemSentences(item: string): readonly string[] {
  return sentencesOf(plainText(item));
}
