import type { Token } from './tokens.js';

/** A number that may take several tokens: "8,9 тыс.", "двадцать пять", "1 миллион 200 тысяч". */
export interface NumberGroup {
  readonly value: number;
  /** The first token after it. */
  readonly end: number;
}

const HALF = 'половиной';

/** Reads the plain number that begins at a token; `undefined` where none does ("тысячи людей" name none). */
export function numberGroup(tokens: readonly Token[], start: number): NumberGroup | undefined {
  let total = 0;
  let at = start;
  for (let part = partAt(tokens, at, at === start); part !== undefined; part = partAt(tokens, at, false)) {
    total += part.value;
    at = part.end;
    if (!part.open) break;
  }
  return at === start ? undefined : { value: total, end: at };
}

interface Part extends NumberGroup {
  /** Whether smaller parts may follow. */
  readonly open: boolean;
}

/** A count with the scale after it, if any; digits go on with a number only when a scale follows them. */
function partAt(tokens: readonly Token[], at: number, first: boolean): Part | undefined {
  const digits = tokens[at]?.word.facts.written?.value;
  if (digits !== undefined) return digitsPart(tokens, at, digits, first);
  const numeral = tokens[at]?.word.facts.numeral;
  if (numeral === undefined) return undefined;
  if (numeral.rank === 'scale') {
    return first && !numeral.vague ? { value: numeral.value, end: at + 1, open: true } : undefined;
  }
  return wordsPart(tokens, at);
}

function digitsPart(tokens: readonly Token[], at: number, value: number, first: boolean): Part | undefined {
  const scale = scaleAt(tokens, at + 1);
  if (scale !== undefined) return { value: value * scale, end: at + 2, open: true };
  return first ? { value, end: at + 1, open: false } : undefined;
}

function wordsPart(tokens: readonly Token[], start: number): Part {
  let value = 0;
  let at = start;
  for (let last = Infinity; at < tokens.length; at++) {
    const numeral = tokens[at]?.word.facts.numeral;
    if (numeral?.rank !== 'count' || numeral.value >= last) break;
    value += numeral.value;
    last = smallestOf(numeral.value);
  }
  return isHalfAt(tokens, at) ? scaled(tokens, value + 0.5, at + 2) : scaled(tokens, value, at);
}

/** A value with the scale that stands at a place, if any. */
function scaled(tokens: readonly Token[], value: number, at: number): Part {
  const scale = scaleAt(tokens, at);
  return scale === undefined ? { value, end: at, open: false } : { value: value * scale, end: at + 1, open: true };
}

/** What may follow "двадцать" is below ten, what may follow "сто" below a hundred, and nothing follows "пять". */
function smallestOf(value: number): number {
  if (value >= 100) return 100;
  return value >= 20 ? 10 : 0;
}

/** "два с половиной". */
function isHalfAt(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word.form === 'с' && tokens[at + 1]?.word.form === HALF;
}

function scaleAt(tokens: readonly Token[], at: number): number | undefined {
  const numeral = tokens[at]?.word.facts.numeral;
  return numeral?.rank === 'scale' ? numeral.value : undefined;
}
