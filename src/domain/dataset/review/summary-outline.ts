import { markdownHeadings } from '../../text/markdown-headings.js';
import { plainText } from '../../text/plain-text.js';
import { sentencesOf } from '../../text/sentences.js';
import type { ContentStems } from './content-stems.js';

/** A sentence of a summary and the stems of its content. */
export interface SummarySentence {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  /** Bold words at the beginning of a line, as lists of news have them. */
  readonly isHeadline: boolean;
}

/** What a summary consists of. */
export interface SummaryOutline {
  readonly markdown: string;
  readonly headings: readonly string[];
  readonly sentences: readonly SummarySentence[];
}

const HEADING_LINE = /^[ \t]{0,3}#{1,6}[ \t]+.*$/gmu;
const BOLD_LEAD = /^([ \t]*(?:[-*+•][ \t]+)?)\*\*(.+?)\*\*[ \t]*/u;
const LETTER = /\p{L}/u;

/** Reads headings and sentences of a summary in Markdown; lines without a letter are no sentences. */
export function summaryOutline(markdown: string, stems: ContentStems): SummaryOutline {
  const lines = markdown.replace(HEADING_LINE, '').split('\n');
  const sentences = lines
    .flatMap(sentencesOfLine)
    .filter(({ text }) => LETTER.test(text))
    .map((sentence) => ({ ...sentence, stems: new Set(stems(sentence.text)) }));
  return { markdown, headings: markdownHeadings(markdown), sentences };
}

function sentencesOfLine(line: string): readonly Omit<SummarySentence, 'stems'>[] {
  const [lead = '', , headline] = BOLD_LEAD.exec(line) ?? [];
  const rest = sentencesOf(plainText(line.slice(lead.length)));
  return [
    ...(headline === undefined ? [] : [{ text: plainText(headline), isHeadline: true }]),
    ...rest.map((text) => ({ text, isHeadline: false })),
  ];
}
