import { CharKind, charKind, wordEnd } from '../../text/char-kinds.js';
import type { Lexicon } from './lexicon.js';
import { numberEnd } from './number-end.js';
import type { Token } from './tokens.js';

const SPACE = 0x20;
const SIGNS = new Set(unitsOf('%$€₽£°№'));
/** What stands between two tokens, as bits. */
const Between = { nothing: 0, end: 1, colon: 2 } as const;
const MARKS: ReadonlyMap<number, number> = new Map([
  ...unitsOf('.!?…\n').map((unit) => [unit, Between.end] as const),
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
      const spelling = lexicon.spelling(text.slice(at, end));
      tokens.push(spelling.token((before & Between.end) !== 0, (before & Between.colon) !== 0));
      before = Between.nothing;
    } else if (unit !== SPACE) before |= MARKS.get(unit) ?? Between.nothing;
    at = Math.max(end, at + 1);
  }
  return tokens;
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
