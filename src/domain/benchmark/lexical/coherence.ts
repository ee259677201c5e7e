import type { Context } from './context.js';
import { rankConcordance } from './rank-concordance.js';
import { reportFlow } from './report-flow.js';
import type { TracedSentence } from './trace-summary.js';

const OPENS = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}\p{Script=Latin}]/u;
const CLOSES = /[.!?…:;][»"”')\]]*$/u;
const LONG_SENTENCE = 12;
const WEIGHT_OF_ORDER = 0.08;
/** A sentence that the source does not bear out belongs to no text about it. */
const SUPPORTED = 0.4;

/**
 * Whether the text reads as a text: how many of its sentences are whole (begin and end as sentences do, hold function
 * words when they are long) and belong to the source, and whether they follow one another well. In a digest: each item
 * tells of one post, in the post's own order, and, for a small part, the posts come in the order of the source (a digest
 * may rank news instead). In a review: see `reportFlow`.
 *
 * @returns 0…1
 */
export function lexicalCoherence(sentences: readonly TracedSentence[], context: Context): number {
  const body = sentences.filter(({ heading }) => !heading);
  if (body.length === 0) return 0;
  const whole = body.filter(isWhole).length / body.length;
  return whole * (context.wholeSource ? reportFlow(body, context) : digestFlow(body));
}

function isWhole({ text, tokens, words, match, support }: TracedSentence): boolean {
  if (match === undefined || support.presence < SUPPORTED) return false;
  const running = tokens.length < LONG_SENTENCE || words.length < tokens.length;
  return running && OPENS.test(text.slice(0, 40)) && CLOSES.test(text.slice(-40));
}

function digestFlow(body: readonly TracedSentence[]): number {
  const places = body.filter(({ match, support }) => match !== undefined && support.presence >= SUPPORTED);
  const units: number[] = [];
  for (const { match } of places) if (match !== undefined) units.push(match.unit);
  const order = rankConcordance(units);
  return (1 - WEIGHT_OF_ORDER) * togetherness(places) + WEIGHT_OF_ORDER * order;
}

/**
 * Of the sentences that go on with an item, the share that go on with its post too; from the third of an item on also
 * later in the post than the one before (the first may be a headline, taken from anywhere). 1 when no item goes on.
 * Several items may tell of one post: a round-up is a post.
 */
function togetherness(places: readonly TracedSentence[]): number {
  let [continued, inPlace] = [0, 0];
  let before: TracedSentence | undefined;
  let afterHeadline = true;
  for (const sentence of places) {
    if (before?.line !== sentence.line) afterHeadline = true;
    else {
      continued++;
      if (goesOn(before, sentence, afterHeadline)) inPlace++;
      afterHeadline = false;
    }
    before = sentence;
  }
  return continued === 0 ? 1 : inPlace / continued;
}

function goesOn({ match: before }: TracedSentence, { match }: TracedSentence, afterHeadline: boolean): boolean {
  if (before === undefined || match === undefined) return false;
  const shared = match.candidates.some((unit) => before.candidates.includes(unit));
  return shared && (afterHeadline || before.unit !== match.unit || before.place <= match.place);
}
