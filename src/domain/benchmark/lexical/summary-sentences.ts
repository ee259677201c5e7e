import { plainText } from '../../text/plain-text.js';
import { sentencesOf } from '../../text/sentences.js';
import type { Stem, Token } from './tokens.js';
import { tokensOf } from './tokens.js';

/** A sentence of a summary with its tokens. */
export interface SummarySentence {
  readonly text: string;
  readonly heading: boolean;
  readonly tokens: readonly Token[];
}

const HEADING = /^\s*(?:#{1,6}\s|\*\*[^*]+\*\*:?\s*$)/u;
const ITEM_NUMBER = /^\s*\d{1,2}[.)]\s+/u;

/** The sentences of a summary in Markdown, in order, headings marked; without words they are left out. */
export function summarySentences(markdown: string, stem: Stem): readonly SummarySentence[] {
  return markdown.split('\n').flatMap((line) => {
    const heading = HEADING.test(line);
    const text = plainText(line).replace(ITEM_NUMBER, '');
    const parts = heading ? [text] : sentencesOf(text);
    return parts
      .map((part) => ({ text: part, heading, tokens: tokensOf(part, stem) }))
      .filter(({ tokens }) => tokens.length > 0);
  });
}
