import { plainText } from '../../text/plain-text.js';
import { sentencesOf } from '../../text/sentences.js';

/** What stands above a post and what comes first below it, both plain text. */
export interface Headline {
  readonly title: string;
  readonly lead: string;
}

const TITLE_LENGTH = 150;
const LEAD_LENGTH = 300;
/** Sentences are only looked for where title and lead can lie. */
const LOOKED_AT = 1200;
/** A sentence that is cut here is too long for the lead anyway. */
const LEAD_LOOKED_AT = 2 * LEAD_LENGTH + 100;

/**
 * Reads the headline of a post: its first line where that is short enough, else the line's first sentence, shortened at
 * a word where even that is too long. The lead is the next one or two whole sentences.
 *
 * @param markdown - a post without its sign-off.
 * @returns texts without Markdown, links and emoji; the lead is empty when nothing follows the title.
 */
export function headlineOf(markdown: string): Headline {
  const lines = plainText(markdown.slice(0, 4 * LOOKED_AT))
    .slice(0, LOOKED_AT)
    .split('\n');
  const first = lines.findIndex((line) => /\p{L}/u.test(line));
  const line = lines[first];
  if (line === undefined) return { title: '', lead: '' };
  const rest = lines.slice(first + 1);
  if (line.length <= TITLE_LENGTH) return { title: tidyTitle(line), lead: leadOf(rest) };
  const paragraph = unquoted(line);
  const [sentence = paragraph] = sentencesOf(paragraph);
  const short = sentence.length <= TITLE_LENGTH;
  const title = short ? tidyTitle(sentence) : shortened(sentence, TITLE_LENGTH);
  return { title, lead: leadOf([paragraph.slice(short ? sentence.length : 0), ...rest]) };
}

function leadOf(lines: readonly string[]): string {
  const sentences = sentencesOf(lines.join('\n').slice(0, LEAD_LOOKED_AT))
    .map((sentence) => sentence.replace(/^[—–-]\s+/u, ''))
    .filter((sentence) => /\p{L}{2}/u.test(sentence));
  const [first = '', next = ''] = sentences;
  const both = `${closed(first)} ${next}`;
  return next !== '' && both.length <= LEAD_LENGTH ? both : shortened(first, 2 * LEAD_LENGTH);
}

/** A line without a stop gets one before another sentence follows it. */
function closed(sentence: string): string {
  return /[\p{L}\p{N}»")]$/u.test(sentence) && !/[.!?…][»")]$/u.test(sentence) ? `${sentence}.` : sentence;
}

/** A paragraph that is all one quotation is read without its marks: its sentences count. */
function unquoted(line: string): string {
  return /^«[^«»]*»?$/u.test(line) ? line.replace(/[«»]/gu, '') : line;
}

/** Cuts where a dash parts two thoughts, else behind a whole word with an ellipsis that says so. */
function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const dash = Math.max(cut.lastIndexOf(' — '), cut.lastIndexOf(' – '));
  if (dash > length / 6) return tidyTitle(cut.slice(0, dash));
  const end = cut.lastIndexOf(' ');
  return `${(end > length / 2 ? cut.slice(0, end) : cut).replace(/[^\p{L}\p{N}»")%]+$/u, '')}…`;
}

/** Headlines do not begin with dashes or end with a full stop, a colon or a dash. */
function tidyTitle(line: string): string {
  return line
    .replace(/^[\s\-–—:;,.|/•·]+/u, '')
    .replace(/[\s\-–—:;,|/•·]+$/u, '')
    .replace(/(?<=[\p{L}\p{N}»")%])\.$/u, '');
}
