import { bestUnit } from './best-unit.js';
import type { IndexedUnit, SourceIndex } from './source-index.js';
import { beginningOf } from './source-index.js';
import type { SummarySentence } from './summary-sentences.js';
import type { Token } from './tokens.js';
import { isFact, isMeaningful } from './tokens.js';

/** What accuracy found: the score and the facts that no post supports, for the notes. */
export interface LexicalAccuracy {
  readonly score: number;
  readonly unsupported: readonly string[];
}

/** How strictly a summary is held against its source. */
export interface AccuracyRules {
  /** Stems that headings may hold although the source does not: the day's own date, the channel's name. */
  readonly allowed: ReadonlySet<string>;
  /**
   * Whether a sentence may draw on the whole source (a synthesis over passes, which may also name what is in `allowed`),
   * or has to keep to one post (a digest).
   */
  readonly wholeSource: boolean;
}

const COST_OF_A_WRONG_FACT = 0.9;
const HALF = 0.5;

/**
 * How much of the summary the source supports. Each sentence is held against the one post that shares most with it: the
 * share of its content words that the post has (words found elsewhere in the source, or only in their first letters,
 * count half), the mean weighted by length. On top, every number or name that this post does not have costs a tenth of
 * the score, and one whose neighbours are others than in the post a twentieth. Headings are checked for numbers and names
 * only, against the whole source.
 */
export function lexicalAccuracy(
  index: SourceIndex,
  sentences: readonly SummarySentence[],
  rules: AccuracyRules,
): LexicalAccuracy {
  const checks = sentences.map((sentence) =>
    sentence.heading || rules.wholeSource ? checkAgainstAll(sentence, index, rules) : checkSentence(sentence, index),
  );
  const total = (value: (check: Check) => number) => checks.reduce((sum, check) => sum + value(check), 0);
  const length = total(({ words }) => words);
  if (length === 0) return { score: 0, unsupported: [] };
  const supported = total(({ support, words }) => support * words) / length;
  const score = supported * COST_OF_A_WRONG_FACT ** total(({ faults }) => faults);
  return { score, unsupported: checks.flatMap(({ unsupported }) => unsupported) };
}

interface Check {
  readonly support: number;
  readonly words: number;
  readonly faults: number;
  readonly unsupported: readonly string[];
}

/** Content words of headings are the writer's own and do not count. */
function checkAgainstAll({ tokens, heading }: SummarySentence, index: SourceIndex, rules: AccuracyRules): Check {
  const known = (stem: string) => index.frequency.has(stem) || rules.allowed.has(stem);
  const wrong = tokens.filter((token) => isFact(token) && !known(token.stem)).map(({ stem }) => stem);
  const content = heading ? [] : tokens.filter(({ kind }) => kind === 'content');
  const support = content.reduce((sum, { stem }) => sum + (known(stem) ? 1 : halfSupport(stem, index)), 0);
  return { ...shareOf(support, content.length), faults: wrong.length, unsupported: wrong };
}

function checkSentence({ tokens }: SummarySentence, index: SourceIndex): Check {
  const content = tokens.filter(({ kind }) => kind === 'content');
  const match = bestUnit(tokens, index);
  const unit = match === undefined ? undefined : index.units[match.unit];
  const support = content.reduce((sum, { stem }) => sum + wordSupport(stem, unit, index), 0);
  const wrong = tokens.filter((token) => isFact(token) && unit?.places.has(token.stem) !== true);
  const moved = unit === undefined ? 0 : countMoved(tokens, unit);
  const faults = wrong.length + moved * HALF;
  return { ...shareOf(support, content.length), faults, unsupported: wrong.map(({ stem }) => stem) };
}

function shareOf(support: number, words: number): { readonly support: number; readonly words: number } {
  return { support: words === 0 ? 1 : support / words, words };
}

function wordSupport(stem: string, unit: IndexedUnit | undefined, index: SourceIndex): number {
  if (unit?.places.has(stem) === true) return 1;
  return index.frequency.has(stem) ? HALF : halfSupport(stem, index);
}

function halfSupport(stem: string, index: SourceIndex): number {
  return index.beginnings.has(beginningOf(stem)) ? HALF : 0;
}

/** Numbers and names that the post has, but beside neither of the words that they stand beside here. */
function countMoved(tokens: readonly Token[], unit: IndexedUnit): number {
  const meaningful = tokens.filter(isMeaningful);
  return meaningful.filter((token, at) => {
    if (!isFact(token) || !unit.places.has(token.stem) || meaningful.length === 1) return false;
    const before = meaningful[at - 1]?.stem ?? '';
    const after = meaningful[at + 1]?.stem ?? '';
    return !unit.neighbours.has(`${before} ${token.stem}`) && !unit.neighbours.has(`${token.stem} ${after}`);
  }).length;
}
