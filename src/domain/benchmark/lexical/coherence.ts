import type { Context } from './context.js';
import { rankConcordance } from './rank-concordance.js';
import { reportFlow } from './report-flow.js';
import type { ToldPosts } from './told-posts.js';
import type { TracedSentence } from './trace-summary.js';
import { belongsToSource, isWhole } from './whole-sentence.js';

const WEIGHT_OF_ORDER = 0.08;

/**
 * Whether the text reads as a text: how many of its sentences are whole, and whether they follow one another well. In a
 * digest: each item tells of one post, in the post's own order, and, for a small part, the posts come in the order of the
 * source (a digest may rank news instead). In a review: see `reportFlow`.
 *
 * @returns 0…1
 */
export function lexicalCoherence(sentences: readonly TracedSentence[], { lines }: ToldPosts, context: Context): number {
  const body = sentences.filter(({ heading }) => !heading);
  if (body.length === 0) return 0;
  return context.wholeSource ? reportFlow(body, context) : digestFlow(body, judgedOf(body, lines));
}

/**
 * A line that tells of no post, and a sentence that says too little by itself, can do harm, but no good; where no line tells
 * of one, all count.
 */
function judgedOf(body: readonly TracedSentence[], telling: ReadonlySet<number>): readonly TracedSentence[] {
  if (telling.size === 0) return body;
  return body.filter((sentence) => (telling.has(sentence.line) && !sentence.follows) || !isWhole(sentence));
}

function digestFlow(body: readonly TracedSentence[], judged: readonly TracedSentence[]): number {
  const whole = judged.filter(isWhole).length / judged.length;
  const order = rankConcordance(judged.filter(belongsToSource).map(({ match }) => match?.unit ?? 0));
  const placed = body.filter((sentence) => belongsToSource(sentence) && !sentence.follows);
  return whole * ((1 - WEIGHT_OF_ORDER) * togetherness(placed) + WEIGHT_OF_ORDER * order);
}

/**
 * Of the sentences that go on with an item, the share that go on with its post too, later in it than the one before (but
 * for a bold lead-in, which may be taken from anywhere). 1 when no item goes on. Several items may tell of one post: a
 * round-up is a post.
 */
function togetherness(places: readonly TracedSentence[]): number {
  let [continued, inPlace] = [0, 0];
  let before: TracedSentence | undefined;
  for (const sentence of places) {
    if (before?.line === sentence.line) {
      continued++;
      if (goesOn(before, sentence)) inPlace++;
    }
    before = sentence;
  }
  return continued === 0 ? 1 : inPlace / continued;
}

function goesOn({ match: before, leadIn }: TracedSentence, { match }: TracedSentence): boolean {
  if (before === undefined || match === undefined) return false;
  const shared = match.candidates.some((unit) => before.candidates.includes(unit));
  return shared && (leadIn || before.unit !== match.unit || before.place <= match.place);
}
