import { plainText } from '../../text/plain-text.js';
import { splitRunOns } from '../../text/split-run-ons.js';
import { withoutComments } from '../../text/without-comments.js';
import type { Lexicon } from './lexicon.js';
import { tokensOf } from './token-scanner.js';
import type { Token } from './tokens.js';

/** A sentence of a summary with its tokens. */
export interface SummarySentence {
  readonly text: string;
  readonly heading: boolean;
  /** Stands in bold before an item's text. */
  readonly leadIn: boolean;
  /** The line that it stands on, from 0: an item or a paragraph is one line. */
  readonly line: number;
  readonly tokens: readonly Token[];
}

const HEADING = /^\s*(?:#{1,6}\s|\*\*[^*]+\*\*:?\s*$)/u;
const LEAD_IN = /^\s*(?:[-*+•]\s+|\d{1,2}[.)]\s+)?\*\*[^*]/u;
const ITEM_NUMBER = /^\s*\d{1,2}[.)]\s+/u;

/** The sentences of a summary in Markdown, in order, headings marked; comments and what has no words are left out. */
export function summarySentences(markdown: string, lexicon: Lexicon): readonly SummarySentence[] {
  const lines = withoutComments(markdown).split('\n');
  return lines.flatMap((written, line) => sentencesOfLine(written, line, lexicon));
}

function sentencesOfLine(written: string, line: number, lexicon: Lexicon): readonly SummarySentence[] {
  const heading = HEADING.test(written);
  const bold = LEAD_IN.test(written);
  const plain = plainText(written).replace(ITEM_NUMBER, '');
  const sentences: SummarySentence[] = [];
  for (const text of heading ? [plain] : splitRunOns(plain)) {
    const tokens = tokensOf(text, lexicon);
    const leadIn = bold && sentences.length === 0;
    if (tokens.length > 0) sentences.push({ text, heading, leadIn, line, tokens });
  }
  return sentences;
}
