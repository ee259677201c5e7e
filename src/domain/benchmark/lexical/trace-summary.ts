import type { BestUnit } from './best-unit.js';
import { bestUnit } from './best-unit.js';
import type { Context } from './context.js';
import type { Word } from './lexicon.js';
import type { IndexedUnit, SourceIndex } from './source-index.js';
import type { SummarySentence } from './summary-sentences.js';

/** A sentence of a summary with what it tells of. */
export interface TracedSentence extends SummarySentence {
  readonly match: BestUnit | undefined;
  /** Says too little by itself and belongs to the sentence before it. */
  readonly follows: boolean;
  /** The units that it may draw its facts from. */
  readonly units: readonly IndexedUnit[];
  /** The share of its content words that these units have, 0…1; 1 without content words. */
  readonly support: number;
  /** The same share of content words and names. */
  readonly presence: number;
  /** How many content words it has. */
  readonly words: number;
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
  const { index } = sample;
  const traced: TracedSentence[] = [];
  for (const sentence of sentences) {
    const last = traced.at(-1);
    const before = last?.line === sentence.line ? last.match : undefined;
    const follows = before !== undefined && isShort(sentence);
    const match = follows ? before : bestUnit(sentence.tokens, index);
    const units = [...new Set([...unitsOf(match, index), ...unitsOf(before, index)])];
    traced.push({ ...sentence, match, units, follows, ...supportOf(sentence, units, sample) });
  }
  return traced;
}

function unitsOf(match: BestUnit | undefined, { units }: SourceIndex): readonly IndexedUnit[] {
  return (match?.candidates ?? []).flatMap((unit) => units[unit] ?? []);
}

function isShort({ tokens }: SummarySentence): boolean {
  return tokens.filter(({ kind }) => kind === 'content').length < FEWEST_WORDS;
}

function supportOf(
  { tokens, heading }: SummarySentence,
  units: readonly IndexedUnit[],
  sample: Sample,
): Pick<TracedSentence, 'support' | 'presence' | 'words'> {
  const everywhere = sample.context.wholeSource || heading;
  let [words, supported, names, named] = [0, 0, 0, 0];
  for (const { kind, word } of tokens)
    if (kind === 'content') [words, supported] = [words + 1, supported + wordSupport(word, units, sample, everywhere)];
    else if (kind === 'name') [names, named] = [names + 1, named + wordSupport(word, units, sample, everywhere)];
  return { words, support: shareOf(supported, words), presence: shareOf(supported + named, words + names) };
}

/** 1 of nothing. */
function shareOf(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function wordSupport(
  { stem, root }: Word,
  units: readonly IndexedUnit[],
  { index, context }: Sample,
  everywhere: boolean,
): number {
  if (units.some(({ places }) => places.has(stem))) return 1;
  const known = index.postings.has(stem);
  if (everywhere && (known || context.stems.has(stem))) return 1;
  if (units.some(({ roots }) => roots.has(root)) || (everywhere && index.roots.has(root))) return SAME_ROOT;
  return known ? ELSEWHERE : 0;
}
