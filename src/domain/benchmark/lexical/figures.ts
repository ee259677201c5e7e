import { dateKey, numberKey } from '../../text/written-number.js';
import type { NumberGroup } from './number-group.js';
import { numberGroup } from './number-group.js';
import type { Token } from './tokens.js';

/** A number, date, time or day of the week that a text states, as values that can be compared. */
export interface Figure {
  /** Its first token. */
  readonly at: number;
  /** What it may mean; figures agree when they share one. */
  readonly keys: readonly string[];
  /** The kind of measure that stands with it ("процент", "рубль", "масса"), or "". */
  readonly measure: string;
  /** Stems of what it counts: the word after it, or those before a colon or bracket. */
  readonly nouns: readonly number[];
}

const DAYS = 31;
const OF = 'из';

/** The figures of a text in order. */
export function figuresOf(tokens: readonly Token[]): readonly Figure[] {
  const figures: Figure[] = [];
  for (let at = 0; at < tokens.length;) {
    const found = tokens[at]?.kind === 'number' ? figureAt(tokens, at) : undefined;
    if (found !== undefined) figures.push(found.figure);
    at = found?.end ?? at + 1;
  }
  return sharedNouns(tokens, figures);
}

/** What longer words of a source say besides: "пятилетний" bears out "5 лет". */
export function impliedFigures(tokens: readonly Token[]): readonly Figure[] {
  return tokens.flatMap(({ word }, at) =>
    word.within === undefined ? [] : [{ at, keys: [numberKey(word.within)], measure: '', nouns: [] }],
  );
}

interface Found {
  readonly figure: Figure;
  readonly end: number;
}

function figureAt(tokens: readonly Token[], at: number): Found | undefined {
  const word = tokens[at]?.word;
  if (word === undefined) return undefined;
  if (word.month !== undefined) return plain(at, `m${word.month}`);
  if (word.weekday) return plain(at, `w${word.stemText}`);
  const group = numberGroup(tokens, at);
  if (group !== undefined) return dayAt(tokens, at, group) ?? countAt(tokens, at, group);
  const [reading] = readingsAt(tokens, at);
  return reading === undefined ? undefined : plain(at, reading);
}

function readingsAt(tokens: readonly Token[], at: number): readonly string[] {
  return tokens[at]?.word.written?.readings ?? [];
}

function plain(at: number, key: string): Found {
  return { figure: { at, keys: [key], measure: '', nouns: [] }, end: at + 1 };
}

/** "5 ноября": a date and nothing else. */
function dayAt(tokens: readonly Token[], at: number, { value, end }: NumberGroup): Found | undefined {
  const month = tokens[end]?.word.month;
  if (month === undefined || !isDay(value)) return undefined;
  return { figure: { at, keys: [dateKey(value, month)], measure: '', nouns: [] }, end: end + 1 };
}

function countAt(tokens: readonly Token[], at: number, { value, end }: NumberGroup): Found {
  const [before, next] = [tokenIn(tokens, at - 1, at), tokenIn(tokens, end, end)];
  const measure = next?.word.measure ?? before?.word.measure;
  const keys = [numberKey(value), ...readingsAt(tokens, at), ...rangeDay(tokens, value, end)];
  if (measure !== undefined) keys.push(`${measure.kind} ${numberKey(value * measure.factor)}`);
  const counted = tokens[at]?.afterColon === true ? [next, before, tokenIn(tokens, at - 2, at - 1)] : [next];
  const nouns = counted.flatMap((token) => (token?.kind === 'content' ? [token.word.stem] : []));
  return { figure: { at, keys, measure: measure?.kind ?? '', nouns }, end };
}

/** A token beside a number, unless a sentence begins between them, at the second place. */
function tokenIn(tokens: readonly Token[], at: number, border: number): Token | undefined {
  return tokens[border]?.begins === true ? undefined : tokens[at];
}

/** In "с 5 по 7 ноября" and "5–7 ноября" the first number is a day too. */
function rangeDay(tokens: readonly Token[], value: number, end: number): readonly string[] {
  const second = tokens[end]?.kind === 'function' ? end + 1 : end;
  const month = tokens[second]?.word.written === undefined ? undefined : tokens[second + 1]?.word.month;
  return month === undefined || !isDay(value) ? [] : [dateKey(value, month)];
}

function isDay(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= DAYS;
}

/** In "6 из 15 постов" and "постов: 6 из 15" both numbers count the same. */
function sharedNouns(tokens: readonly Token[], figures: readonly Figure[]): readonly Figure[] {
  return figures.map((figure, index) => {
    if (figure.nouns.length > 0) return figure;
    const [before, after] = [figures[index - 1], figures[index + 1]];
    const partner = isPair(tokens, figure, after) ? after : isPair(tokens, before, figure) ? before : undefined;
    return partner === undefined ? figure : { ...figure, nouns: partner.nouns };
  });
}

function isPair(tokens: readonly Token[], first: Figure | undefined, second: Figure | undefined): boolean {
  if (first === undefined || second === undefined) return false;
  return second.at - first.at === 2 && tokens[first.at + 1]?.word.form === OF;
}
