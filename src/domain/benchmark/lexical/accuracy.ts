import { bestUnit } from './best-unit.js';
import type { IndexedUnit, SourceIndex } from './source-index.js';
import type { SummarySentence } from './summary-sentences.js';
import type { Token } from './tokens.js';
import { isFact, isMeaningful } from './tokens.js';

/** What accuracy found: the score and the facts that no post supports, for the notes. */
export interface LexicalAccuracy {
  readonly score: number;
  readonly unsupported: readonly string[];
}

const COST_OF_A_WRONG_FACT = 0.9;
const ELSEWHERE = 0.5;

/**
 * How much of the summary the source supports. Each sentence is held against the one post that shares most with it: the
 * share of its content words that the post has (words found elsewhere in the source count half), the mean weighted by
 * length. On top, every number or name that this post does not have costs a tenth of the score, and one whose neighbours
 * are others than in the post a twentieth. Headings are checked for numbers and names only, against the whole
 * source, except for the words in `allowed` (the day's own date, the channel's name).
 */
export function lexicalAccuracy(
  index: SourceIndex,
  sentences: readonly SummarySentence[],
  allowed: ReadonlySet<string>,
): LexicalAccuracy {
  const checks = sentences.map((sentence) =>
    sentence.heading ? checkHeading(sentence, index, allowed) : checkSentence(sentence, index),
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

function checkHeading({ tokens }: SummarySentence, index: SourceIndex, allowed: ReadonlySet<string>): Check {
  const unsupported = tokens
    .filter((token) => isFact(token) && !allowed.has(token.stem) && !index.frequency.has(token.stem))
    .map(({ stem }) => stem);
  return { support: 0, words: 0, faults: unsupported.length, unsupported };
}

function checkSentence({ tokens }: SummarySentence, index: SourceIndex): Check {
  const content = tokens.filter(({ kind }) => kind === 'content');
  const facts = tokens.filter(isFact);
  const match = bestUnit(tokens, index);
  const unit = match === undefined ? undefined : index.units[match.unit];
  const support = content.reduce((sum, { stem }) => sum + wordSupport(stem, unit, index), 0);
  const wrong = facts.filter(({ stem }) => unit?.places.has(stem) !== true);
  const moved = unit === undefined ? 0 : countMoved(tokens, unit);
  return {
    support: content.length === 0 ? 1 : support / content.length,
    words: content.length,
    faults: wrong.length + moved / 2,
    unsupported: wrong.map(({ stem }) => stem),
  };
}

function wordSupport(stem: string, unit: IndexedUnit | undefined, index: SourceIndex): number {
  if (unit?.places.has(stem) === true) return 1;
  return index.frequency.has(stem) ? ELSEWHERE : 0;
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
