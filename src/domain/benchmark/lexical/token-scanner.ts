import { CharKind, charKind, wordEnd } from '../../text/char-kinds.js';
import type { Lexicon } from './lexicon.js';
import { numberEnd } from './number-end.js';
import type { Token } from './tokens.js';

const SPACE = 0x20;
const SIGNS = new Set(unitsOf('%$€₽£°№'));
/** What stands between two tokens, as bits. */
const Between = { nothing: 0, end: 1, colon: 2, stop: 4 } as const;
const STOP = 0x2e;
const MARKS: ReadonlyMap<number, number> = new Map([
  [STOP, Between.stop],
  ...unitsOf('!?…\n').map((unit) => [unit, Between.end] as const),
  ...unitsOf(':—–(').map((unit) => [unit, Between.colon] as const),
]);

/** The tokens of a text in order; goes over it once. */
export function tokensOf(text: string, lexicon: Lexicon): readonly Token[] {
  const tokens: Token[] = [];
  let before: number = Between.end;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const end = tokenEnd(text, at, unit);
    if (end > at) {
      add(tokens, text.slice(at, end), before, lexicon);
      before = Between.nothing;
    } else if (unit !== SPACE) before |= MARKS.get(unit) ?? Between.nothing;
    at = Math.max(end, at + 1);
  }
  return tokens;
}

/** Adds what is written; it makes one with the last token where they are the name of something in full. */
function add(tokens: Token[], written: string, between: number, lexicon: Lexicon): void {
  const last = tokens.at(-1);
  const begins = isBeginning(between, written, last);
  const next = lexicon.spelling(written).token(begins, (between & Between.colon) !== 0);
  const short = begins ? undefined : last?.word.facts.fullNames?.get(next.word.stemText);
  if (last === undefined || short === undefined) tokens.push(next);
  else tokens[tokens.length - 1] = lexicon.spelling(short).token(last.begins, last.afterColon);
}

/** Says whether a sentence begins: not behind the full stop of an abbreviated number ("млрд. рублей"). */
function isBeginning(between: number, written: string, last: Token | undefined): boolean {
  if ((between & Between.end) !== 0) return true;
  if ((between & Between.stop) === 0) return false;
  return last?.word.facts.numeral?.rank !== 'scale' || charKind(written.charCodeAt(0)) !== CharKind.lower;
}

/** Where a word, number or sign ends that begins at a place: there, when none does. */
function tokenEnd(text: string, at: number, unit: number): number {
  if (unit === SPACE) return at;
  const kind = charKind(unit);
  if (kind === CharKind.other) return SIGNS.has(unit) ? at + 1 : at;
  return kind === CharKind.digit ? numberEnd(text, at) : wordEnd(text, at);
}

function unitsOf(marks: string): readonly number[] {
  return Array.from(marks, (mark) => mark.charCodeAt(0));
}
