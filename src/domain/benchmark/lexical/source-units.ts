import { plainText } from '../../text/plain-text.js';
import type { Lexicon } from './lexicon.js';
import { tokensOf } from './token-scanner.js';
import type { Token } from './tokens.js';

/** A post of a digest's source, or a line of a review's. */
export interface SourceUnit {
  readonly tokens: readonly Token[];
  /** How many of its first tokens are title and summary. */
  readonly lead: number;
  /** What a summary is expected to tell; the findings of a review are only details. */
  readonly main: boolean;
}

const WHOLE = { lead: Infinity, main: true } as const;
const OPENING_WORDS = 3;
const PASS_NAMES: Readonly<Record<string, string>> = { coverage: 'полнота', accuracy: 'точность', style: 'стиль' };
const PASS = /^\[(\w+)\]/u;
const FINDING = 'Finding:';
const LINE = /^(?:Recommendation|Finding):/u;
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
  const leads = lines.map(repeatsItsOpening);
  const first = leads.findIndex((lead) => lead > 0);
  if (first === leads.findLastIndex((lead) => lead > 0)) return lines.map((tokens) => ({ tokens, ...WHOLE }));
  // What stands before the first title goes with the first post.
  const ordered = [...lines.slice(first), ...lines.slice(0, first)];
  const starts = leads.slice(first);
  const joined = joinedLines(ordered, (index) => (starts[index] ?? 0) > 0);
  const found = starts.filter((lead) => lead > 0);
  return joined.map((tokens, index) => ({ tokens, lead: found[index] ?? Infinity, main: true }));
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

/**
 * Where a line says its opening again: the first three words, or the first two at once (the title has just two words
 * then). 0 where it does not.
 */
function repeatsItsOpening(line: readonly Token[]): number {
  const comes = (at: number, count: number): boolean => {
    if (line.length < at + count) return false;
    for (let offset = 0; offset < count; offset++)
      if (line[at + offset]?.word.form !== line[offset]?.word.form) return false;
    return true;
  };
  if (comes(2, 2)) return 2;
  return Math.max(
    0,
    line.findIndex((_, at) => at > 0 && comes(at, OPENING_WORDS)),
  );
}

function passLines(sourceText: string, lexicon: Lexicon): readonly SourceUnit[] {
  const lines = sourceText.split('\n');
  const begins = (index: number) => isMarked(lines[index] ?? '') || lines[index - 1]?.trim() === '';
  const tokens = lines.map((line, index) => tokensOf(plainText(withCount(line, findingsAfter(lines, index))), lexicon));
  const marked = lines.filter((_, index) => index === 0 || begins(index));
  const joined = joinedLines(tokens, begins);
  return joined.map((unit, index) => ({ ...WHOLE, tokens: unit, main: marked[index]?.startsWith(FINDING) !== true }));
}

/** How many findings a pass lists whose line stands at a place. */
function findingsAfter(lines: readonly string[], place: number): number {
  if (passName(lines[place] ?? '') === undefined) return 0;
  let [at, count] = [place + 1, 0];
  for (; at < lines.length && passName(lines[at] ?? '') === undefined; at++)
    if (lines[at]?.startsWith(FINDING) === true) count++;
  return count;
}

/** Whether a line is one of its own; any other belongs to the one before. */
function isMarked(line: string): boolean {
  return LINE.test(line) || passName(line) !== undefined;
}

function passName(line: string): string | undefined {
  return PASS_NAMES[PASS.exec(line)?.[1] ?? ''];
}

/** The line of a pass with how many findings it has, in the words of a synthesis; any line without its mark. */
function withCount(line: string, listed: number): string {
  const name = passName(line);
  if (name === undefined) return line.replace(LINE, '');
  const findings = STATED_COUNT.exec(line)?.[1] ?? listed;
  return `замечаний: ${findings}. ${name}: ${findings}.${line.replace(PASS, '')}`;
}
