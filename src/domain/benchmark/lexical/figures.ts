import type { Measure } from '../../text/measures.js';
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
  for (let at = numberFrom(tokens, 0); at < tokens.length;) {
    const found = figureAt(tokens, at);
    if (found !== undefined) figures.push(found.figure);
    at = numberFrom(tokens, found?.end ?? at + 1);
  }
  return figures.length < 2 ? figures : sharedNouns(tokens, figures);
}

/** The place of the first number from a place on; most texts have few, so they are passed over here. */
function numberFrom(tokens: readonly Token[], start: number): number {
  let at = start;
  while (at < tokens.length && tokens[at]?.kind !== 'number') at++;
  return at;
}

/** What longer words of a source say besides: "пятилетний" bears out "5 лет". */
export function impliedFigures(tokens: readonly Token[]): readonly Figure[] {
  const implied: Figure[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const within = tokens[at]?.word.facts.within;
    if (within !== undefined) implied.push({ at, keys: [numberKey(within)], measure: '', nouns: [] });
  }
  return implied;
}

interface Found {
  readonly figure: Figure;
  readonly end: number;
}

function figureAt(tokens: readonly Token[], at: number): Found | undefined {
  const word = tokens[at]?.word;
  if (word === undefined) return undefined;
  if (word.facts.month !== undefined) return plain(at, `m${word.facts.month}`);
  if (word.facts.weekday) return plain(at, `w${word.stemText}`);
  const group = numberGroup(tokens, at);
  if (group !== undefined) return dayAt(tokens, at, group) ?? countAt(tokens, at, group);
  const reading = readingsAt(tokens, at)[0];
  return reading === undefined ? undefined : plain(at, reading);
}

function readingsAt(tokens: readonly Token[], at: number): readonly string[] {
  return tokens[at]?.word.facts.written?.readings ?? [];
}

function plain(at: number, key: string): Found {
  return { figure: { at, keys: [key], measure: '', nouns: [] }, end: at + 1 };
}

/** "5 ноября": a date and nothing else. */
function dayAt(tokens: readonly Token[], at: number, { value, end }: NumberGroup): Found | undefined {
  const month = tokens[end]?.word.facts.month;
  if (month === undefined || !isDay(value)) return undefined;
  return { figure: { at, keys: [dateKey(value, month)], measure: '', nouns: [] }, end: end + 1 };
}

function countAt(tokens: readonly Token[], at: number, { value, end }: NumberGroup): Found {
  const before = tokenIn(tokens, at - 1, at);
  const next = tokenIn(tokens, end, end);
  const measure = next?.word.facts.measure ?? measureBefore(tokens, at);
  const keys = [numberKey(value)];
  keys.push(...readingsAt(tokens, at), ...rangeDay(tokens, value, end));
  if (measure !== undefined) keys.push(`${measure.kind} ${numberKey(value * measure.factor)}`);
  const counted = tokens[at]?.afterColon === true ? [next, before, tokenIn(tokens, at - 2, at - 1)] : [next];
  return { figure: { at, keys, measure: measure?.kind ?? '', nouns: nounsAmong(counted) }, end };
}

/** In "4 млрд долларов (~392 млрд …)" the dollars are those of the number before. */
function measureBefore(tokens: readonly Token[], at: number): Measure | undefined {
  const isTaken = tokens[at]?.afterColon === true && tokenIn(tokens, at - 2, at - 1)?.kind === 'number';
  return isTaken ? undefined : tokenIn(tokens, at - 1, at)?.word.facts.measure;
}

function nounsAmong(tokens: readonly (Token | undefined)[]): readonly number[] {
  const nouns: number[] = [];
  for (const token of tokens) if (token !== undefined && isCounted(token)) nouns.push(token.word.stem);
  return nouns;
}

/** "Посты" and "статьи" say nothing on their own, but they can be counted. */
function isCounted({ kind, word }: Token): boolean {
  return kind === 'content' || (kind === 'function' && word.facts.isReporting);
}

/** A token beside a number, unless a sentence begins between them, at the second place. */
function tokenIn(tokens: readonly Token[], at: number, border: number): Token | undefined {
  return at < 0 || tokens[border]?.begins === true ? undefined : tokens[at];
}

/** In "с 5 по 7 ноября" and "5–7 ноября" the first number is a day too. */
function rangeDay(tokens: readonly Token[], value: number, end: number): readonly string[] {
  const second = tokens[end]?.kind === 'function' ? end + 1 : end;
  const month = tokens[second]?.word.facts.written === undefined ? undefined : tokens[second + 1]?.word.facts.month;
  return month === undefined || !isDay(value) ? [] : [dateKey(value, month)];
}

function isDay(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= DAYS;
}

/** In "6 из 15 постов" and "постов: 6 из 15" both numbers count the same. */
function sharedNouns(tokens: readonly Token[], figures: readonly Figure[]): readonly Figure[] {
  const shared: Figure[] = [];
  let before: Figure | undefined;
  for (const figure of figures) {
    const after = figures[shared.length + 1];
    const partner = isPair(tokens, figure, after) ? after : isPair(tokens, before, figure) ? before : undefined;
    const lacks = partner !== undefined && figure.nouns.length === 0;
    shared.push(lacks ? { ...figure, nouns: partner.nouns } : figure);
    before = figure;
  }
  return shared;
}

function isPair(tokens: readonly Token[], first: Figure | undefined, second: Figure | undefined): boolean {
  if (first === undefined || second === undefined) return false;
  return second.at - first.at === 2 && tokens[first.at + 1]?.word.form === OF;
}
