import type { EncodedTexts } from './export-source.js';
import { TEXT_MARK } from './export-source.js';

/** A line of an export in three parts, the middle one encoded already. */
export interface SplicedLine {
  readonly before: string;
  /** Each character is one byte of UTF-8. */
  readonly utf8: string;
  readonly after: string;
}

/** Quotes inside of values are escaped, so that nothing but the members themselves looks like this. */
const MARKED = `"source_text":"${TEXT_MARK}","summary_markdown":"${TEXT_MARK}"`;

/** Puts texts that are encoded already into the canonical line of a record that has marks in their places. */
export function spliceTexts(line: string, { sourceText, summaryMarkdown }: EncodedTexts): SplicedLine {
  const start = line.indexOf(MARKED);
  return {
    before: line.slice(0, start),
    utf8: `"source_text":"${sourceText}","summary_markdown":"${summaryMarkdown}"`,
    after: line.slice(start + MARKED.length),
  };
}
