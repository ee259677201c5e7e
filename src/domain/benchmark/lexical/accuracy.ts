import type { Context } from './context.js';
import type { FactFault } from './fact-faults.js';
import { FactFaults } from './fact-faults.js';
import type { SourceIndex } from './source-index.js';
import type { TracedSentence } from './trace-summary.js';

/** What accuracy found: the score and the facts that no post supports, for the notes. */
export interface LexicalAccuracy {
  readonly score: number;
  readonly unsupported: readonly string[];
}

const COST_OF_A_FAULT = 0.8;
/** A sentence with less than the first share of its words is a claim of its own, with the second it is borne out; a
 * synthesis has more words of its own. */
const BORNE_OUT = { post: [0.15, 0.4], synthesis: [0.1, 0.3] } as const;
const LONG_HEADING = 4;

/**
 * How much of the summary the source bears out: the share of its sentences, by length, whose words are mostly there, times
 * 0.8 for every fault. A fault is a number, date or name that the post does not have of which the sentence tells, and a
 * sentence that no post bears out. Other words and inflections for the same cost nothing as long as half are found.
 */
export function lexicalAccuracy(
  index: SourceIndex,
  sentences: readonly TracedSentence[],
  context: Context,
): LexicalAccuracy {
  const faults = new FactFaults(index, context);
  const checks = sentences.map((sentence) => check(sentence, faults.of(sentence), context));
  const total = (value: (one: Check) => number) => checks.reduce((sum, one) => sum + value(one), 0);
  const length = total((one) => one.length);
  if (length === 0) return { score: 0, unsupported: [] };
  const borneOut = total(({ share, length: words }) => share * words) / length;
  const score = borneOut * COST_OF_A_FAULT ** total(({ weight }) => weight);
  return { score, unsupported: checks.flatMap(({ facts }) => facts) };
}

interface Check {
  readonly share: number;
  readonly length: number;
  /** Of its faults. */
  readonly weight: number;
  readonly facts: readonly string[];
}

function check(sentence: TracedSentence, faults: readonly FactFault[], context: Context): Check {
  const share = shareBorneOut(sentence, context);
  return {
    share,
    length: sentence.heading ? 0 : Math.max(1, sentence.words),
    weight: faults.reduce((sum, { weight }) => sum + weight, 1 - share),
    facts: faults.map(({ fact }) => fact),
  };
}

/** Short headings ("Главное") and short additions ("Источник: ТАСС.") claim nothing but their facts. */
function shareBorneOut(
  { support, presence, heading, words, follows }: TracedSentence,
  { wholeSource }: Context,
): number {
  if (follows || (heading && words < LONG_HEADING)) return 1;
  const [none, all] = BORNE_OUT[wholeSource ? 'synthesis' : 'post'];
  return Math.max(0, Math.min(1, (Math.max(support, presence) - none) / (all - none)));
}
