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
const BORNE_OUT = { post: { none: 0.15, all: 0.4 }, synthesis: { none: 0.1, all: 0.3 } } as const;
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
  const tally = new Tally();
  for (const sentence of sentences) tally.add(sentence, shareBorneOut(sentence, context), faults.of(sentence));
  return tally.accuracy;
}

/** Adds up the sentences of a summary in their order. */
class Tally {
  #length = 0;
  #borneOut = 0;
  /** Of all faults. */
  #weight = 0;
  readonly #unsupported: string[] = [];

  add({ heading, support }: TracedSentence, share: number, faults: readonly FactFault[]): void {
    const length = heading ? 0 : Math.max(1, support.contents);
    this.#length += length;
    this.#borneOut += share * length;
    this.#weight += faults.reduce((sum, { weight }) => sum + weight, 1 - share);
    for (const { fact } of faults) this.#unsupported.push(fact);
  }

  get accuracy(): LexicalAccuracy {
    if (this.#length === 0) return { score: 0, unsupported: [] };
    const score = (this.#borneOut / this.#length) * COST_OF_A_FAULT ** this.#weight;
    return { score, unsupported: this.#unsupported };
  }
}

/** Short headings ("Главное") and short additions ("Источник: ТАСС.") claim nothing but their facts. */
function shareBorneOut({ support, heading, follows }: TracedSentence, { wholeSource }: Context): number {
  if (follows || (heading && support.contents < LONG_HEADING)) return 1;
  const { none, all } = BORNE_OUT[wholeSource ? 'synthesis' : 'post'];
  return Math.max(0, Math.min(1, (Math.max(support.ofContents, support.presence) - none) / (all - none)));
}
