import type { BestUnit } from './best-unit.js';
import { UnitFinder } from './best-unit.js';
import type { Context } from './context.js';
import type { IndexedUnit } from './indexed-unit.js';
import type { SentenceWord } from './sentence-word.js';
import type { SourceIndex } from './source-index.js';
import type { SummarySentence } from './summary-sentences.js';
import type { Token, TokenKind } from './tokens.js';
import { isMeaningful } from './tokens.js';

/** A sentence of a summary with what it tells of. */
export interface TracedSentence extends SummarySentence {
  /** Its tokens that carry meaning. */
  readonly words: readonly SentenceWord[];
  readonly match: BestUnit | undefined;
  /** Says too little by itself and belongs to the sentence before it. */
  readonly follows: boolean;
  /** The units that it may draw its facts from. */
  readonly units: readonly IndexedUnit[];
  readonly support: Support;
}

/** How far the units of a sentence bear it out. */
interface Support {
  /** How many content words it has. */
  readonly contents: number;
  /** The share of its content words that these units have, 0…1; 1 without content words. */
  readonly ofContents: number;
  /** The same share of content words and names. */
  readonly presence: number;
}

/** A source and what a summary of it may say besides. */
export interface Sample {
  readonly index: SourceIndex;
  readonly context: Context;
}

const SAME_ROOT = 0.8;
const ELSEWHERE = 0.25;
/** Below this many content words a sentence does not say what it is about. */
const FEWEST_WORDS = 3;

/**
 * Finds out what each sentence tells of. In a digest that is the post that shares most with it, or the one of which the
 * item told before; one of a few words ("Источник: ТАСС.") goes with the sentence before it. A synthesis draws on all that
 * the passes say in short, on their findings only where it tells of one.
 */
export function traceSummary(sample: Sample, sentences: readonly SummarySentence[]): readonly TracedSentence[] {
  const finder = new UnitFinder(sample.index);
  const tracedOnes: TracedSentence[] = [];
  let last: TracedSentence | undefined;
  for (const sentence of sentences) {
    const before = last?.line === sentence.line ? last.match : undefined;
    last = traced(sentence, before, finder, sample);
    tracedOnes.push(last);
  }
  return tracedOnes;
}

function traced(
  { text, heading, leadIn, line, tokens }: SummarySentence,
  before: BestUnit | undefined,
  finder: UnitFinder,
  sample: Sample,
): TracedSentence {
  const words = wordsOf(tokens, sample.index);
  const follows = before !== undefined && isShort(words);
  const match = follows ? before : finder.best(words);
  const units = unitsOf(match, before, sample.index);
  const support = supportOf(words, units, sample, sample.context.wholeSource || heading);
  return { text, heading, leadIn, line, tokens, words, match, follows, units, support };
}

function wordsOf(tokens: readonly Token[], index: SourceIndex): readonly SentenceWord[] {
  const words: SentenceWord[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token !== undefined && isMeaningful(token)) words.push({ token, at, stem: index.stem(token.word.stem) });
  }
  return words;
}

function isShort(words: readonly SentenceWord[]): boolean {
  let contents = 0;
  for (const { token } of words) if (token.kind === 'content') contents++;
  return contents < FEWEST_WORDS;
}

function unitsOf(
  match: BestUnit | undefined,
  before: BestUnit | undefined,
  { units }: SourceIndex,
): readonly IndexedUnit[] {
  const own = match?.candidates ?? [];
  const places = before === undefined ? own : new Set([...own, ...before.candidates]);
  const found: IndexedUnit[] = [];
  for (const place of places) {
    const unit = units[place];
    if (unit !== undefined) found.push(unit);
  }
  return found;
}

function supportOf(
  words: readonly SentenceWord[],
  units: readonly IndexedUnit[],
  sample: Sample,
  everywhere: boolean,
): Support {
  const supportOfWord = (word: SentenceWord) => wordSupport(word, units, sample, everywhere);
  const contents = countOf(words, 'content', supportOfWord);
  const names = countOf(words, 'name', supportOfWord);
  const presence = shareOf(contents.supported + names.supported, contents.words + names.words);
  return { contents: contents.words, ofContents: shareOf(contents.supported, contents.words), presence };
}

function countOf(words: readonly SentenceWord[], kind: TokenKind, supportOfWord: (word: SentenceWord) => number) {
  const count = { words: 0, supported: 0 };
  for (const word of words) {
    if (word.token.kind !== kind) continue;
    count.words++;
    count.supported += supportOfWord(word);
  }
  return count;
}

/** 1 of nothing. */
function shareOf(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function wordSupport(
  { token: { word }, stem }: SentenceWord,
  units: readonly IndexedUnit[],
  { index, context }: Sample,
  everywhere: boolean,
): number {
  if (units.some((unit) => unit.has(stem))) return 1;
  const known = stem !== undefined;
  if (everywhere && (known || context.stems.has(word.stem))) return 1;
  if (units.some(({ roots }) => roots.has(word.root)) || (everywhere && index.roots.has(word.root))) return SAME_ROOT;
  return known ? ELSEWHERE : 0;
}
