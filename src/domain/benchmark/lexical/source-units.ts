import { plainText } from '../../text/plain-text.js';
import type { Lexicon } from './lexicon.js';
import { tokensOf } from './token-scanner.js';
import type { Token } from './tokens.js';

/** A post of a digest's source, or a line of a review's. */
export interface SourceUnit {
  readonly tokens: readonly Token[];
  /** What a summary is expected to tell; the findings of a review are only details. */
  readonly main: boolean;
}

const OPENING_WORDS = 3;
const PASS_NAMES: Readonly<Record<string, string>> = { coverage: 'полнота', accuracy: 'точность', style: 'стиль' };
const PASS = /^\[(\w+)\]/u;
const FINDING = 'Finding:';
/** Begins a line of its own; a line without belongs to the one before. */
const MARK = /^(?:\[\w+\]|Recommendation:|Finding:)/u;
/** A pass may list only its first findings; then its line says how many there are. */
const STATED_COUNT = /(?:Пропущено|Замечаний[^:.\d]{0,20}): (\d+)/u;

/**
 * Cuts a source text into what it was joined from. Posts are joined by a newline and hold newlines themselves, but each
 * begins with its title, which its text then repeats: a line that says its own opening words twice begins a post. Where no
 * line does, every line is a unit of its own. Passes are parted by an empty line; each of their lines is a unit, and the
 * first also says how many findings the pass has, because a synthesis does.
 */
export function sourceUnits(
  sourceText: string,
  kind: 'digests' | 'review_reports',
  lexicon: Lexicon,
): readonly SourceUnit[] {
  const units = kind === 'digests' ? posts(sourceText, lexicon) : passLines(sourceText, lexicon);
  return units.filter(({ tokens }) => tokens.length > 0);
}

function posts(sourceText: string, lexicon: Lexicon): readonly SourceUnit[] {
  const lines = plainText(sourceText)
    .split('\n')
    .map((line) => tokensOf(line, lexicon));
  const starts = lines.map(repeatsItsOpening);
  const first = starts.indexOf(true);
  const parted = first === starts.lastIndexOf(true);
  // What stands before the first title goes with it.
  const joined = joinedLines(lines, (index) => parted || (index > first && starts[index] === true));
  return joined.map((tokens) => ({ tokens, main: true }));
}

/** Puts each line to the last one before it that begins a unit; the first always does. */
function joinedLines(lines: readonly (readonly Token[])[], begins: (index: number) => boolean): readonly Token[][] {
  const units: Token[][] = [];
  lines.forEach((tokens, index) => {
    const open = units.at(-1);
    if (open === undefined || begins(index)) units.push([...tokens]);
    else for (const token of tokens) open.push(token);
  });
  return units;
}

/** The first three words come again, or the first two at once: the title has just two words then. */
function repeatsItsOpening(line: readonly Token[]): boolean {
  const comes = (at: number, count: number): boolean => {
    if (line.length < at + count) return false;
    for (let offset = 0; offset < count; offset++)
      if (line[at + offset]?.word.form !== line[offset]?.word.form) return false;
    return true;
  };
  return comes(2, 2) || line.some((_, at) => at > 0 && comes(at, OPENING_WORDS));
}

function passLines(sourceText: string, lexicon: Lexicon): readonly SourceUnit[] {
  return sourceText.split(/\n\s*\n/u).flatMap((pass) => {
    const lines = pass.split('\n');
    const findings = lines.filter((line) => line.startsWith(FINDING)).length;
    const tokens = lines.map((line) => tokensOf(plainText(withCount(line, findings)), lexicon));
    const marked = lines.filter((line, index) => index === 0 || MARK.test(line));
    const joined = joinedLines(tokens, (index) => MARK.test(lines[index] ?? ''));
    return joined.map((unit, index) => ({ tokens: unit, main: marked[index]?.startsWith(FINDING) !== true }));
  });
}

/** The line of a pass with how many findings it has, in the words of a synthesis; any other line without its mark. */
function withCount(line: string, listed: number): string {
  const pass = PASS.exec(line);
  if (pass === null) return line.replace(MARK, '');
  const findings = STATED_COUNT.exec(line)?.[1] ?? listed;
  const name = PASS_NAMES[pass[1] ?? ''];
  const counted = name === undefined ? '' : ` ${name}: ${findings}.`;
  return `${line.replace(PASS, '')} замечаний: ${findings}.${counted}`;
}
