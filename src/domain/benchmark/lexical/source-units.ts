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
  const lines = kind === 'digests' ? postLines(sourceText, lexicon) : passLines(sourceText, lexicon);
  const units: SourceUnit[] = [];
  let open: Token[] = [];
  for (const { tokens, begins } of lines) {
    if (begins !== undefined) units.push({ tokens: (open = []), lead: begins.lead, main: begins.main });
    for (const token of tokens) open.push(token);
  }
  return units.filter(({ tokens }) => tokens.length > 0);
}

/** A line of a source. */
interface Line {
  readonly tokens: readonly Token[];
  /** What the unit is that begins with it; any other line belongs to the one before. */
  readonly begins: Omit<SourceUnit, 'tokens'> | undefined;
}

function postLines(sourceText: string, lexicon: Lexicon): readonly Line[] {
  const lines: Line[] = [];
  for (const text of plainText(sourceText).split('\n')) {
    const tokens = tokensOf(text, lexicon);
    const lead = repeatsItsOpening(tokens);
    lines.push({ tokens, begins: lead > 0 ? { lead, main: true } : undefined });
  }
  const first = lines.findIndex(isTitle);
  if (first === lines.findLastIndex(isTitle)) return eachByItself(lines);
  // What stands before the first title goes with the first post.
  return lines.slice(first).concat(lines.slice(0, first));
}

function eachByItself(lines: readonly Line[]): readonly Line[] {
  const units: Line[] = [];
  for (const { tokens } of lines) units.push({ tokens, begins: WHOLE });
  return units;
}

function isTitle({ begins }: Line): boolean {
  return begins !== undefined;
}

/**
 * Where a line says its opening again: the first three words, or the first two at once (the title has just two words
 * then). 0 where it does not.
 */
function repeatsItsOpening(line: readonly Token[]): number {
  if (comesAgain(line, 2, 2)) return 2;
  for (let at = 1; at + OPENING_WORDS <= line.length; at++) if (comesAgain(line, at, OPENING_WORDS)) return at;
  return 0;
}

/** Whether so many of a line's first words come again at a place. */
function comesAgain(line: readonly Token[], at: number, count: number): boolean {
  if (line.length < at + count) return false;
  for (let offset = 0; offset < count; offset++) if (!isSame(line[at + offset], line[offset])) return false;
  return true;
}

/** Equal forms have equal stems, which are quicker to tell apart. */
function isSame(one: Token | undefined, other: Token | undefined): boolean {
  return one?.word.stem === other?.word.stem && one?.word.form === other?.word.form;
}

function passLines(sourceText: string, lexicon: Lexicon): readonly Line[] {
  const lines = sourceText.split('\n');
  return lines.map((line, index) => {
    const begins = index === 0 || isMarked(line) || lines[index - 1]?.trim() === '';
    const text = plainText(withCount(line, findingsAfter(lines, index)));
    const unit = { lead: Infinity, main: !line.startsWith(FINDING) };
    return { tokens: tokensOf(text, lexicon), begins: begins ? unit : undefined };
  });
}

/** How many findings a pass lists whose line stands at a place. */
function findingsAfter(lines: readonly string[], place: number): number {
  if (passName(lines[place] ?? '') === undefined) return 0;
  let [at, count] = [place + 1, 0];
  for (; at < lines.length && passName(lines[at] ?? '') === undefined; at++)
    if (lines[at]?.startsWith(FINDING) === true) count++;
  return count;
}

/** Whether a line is one of its own. */
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
