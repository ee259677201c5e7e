import type { BestUnit } from './best-unit.js';
import { bestUnit } from './best-unit.js';
import type { SourceIndex } from './source-index.js';
import type { SummarySentence } from './summary-sentences.js';
import { isMeaningful } from './tokens.js';

const OPENS = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}\p{Script=Latin}]/u;
const CLOSES = /[.!?…:;][»"”')\]]*$/u;
const LONG_SENTENCE = 12;
const WEIGHT_OF_ORDER = 0.15;

/** A sentence of the body with the post that it most likely tells of. */
interface PlacedSentence extends BestUnit {
  readonly line: number;
}

/**
 * Whether the text reads as a text: how many of its sentences are whole (begin and end as sentences do, and hold
 * function words when they are long), whether each item tells of one post, in the post's own order, and, for a small part, whether the posts come in the order of the source. A digest may rank news instead, so
 * that order weighs little: one-sentence items that change places are hardly seen.
 *
 * @returns 0…1
 */
export function lexicalCoherence(index: SourceIndex, sentences: readonly SummarySentence[]): number {
  const body = sentences.filter(({ heading }) => !heading);
  if (body.length === 0) return 0;
  const whole = body.filter(isWhole).length / body.length;
  const places = body.flatMap(({ tokens, line }) => {
    const found = bestUnit(tokens, index);
    return found === undefined ? [] : [{ ...found, line }];
  });
  const order = (1 - WEIGHT_OF_ORDER) * togetherness(places) + WEIGHT_OF_ORDER * concordance(places);
  return whole * order;
}

function isWhole({ text, tokens }: SummarySentence): boolean {
  const running = tokens.length < LONG_SENTENCE || !tokens.every(isMeaningful);
  return running && OPENS.test(text) && CLOSES.test(text);
}

/**
 * Of the sentences that go on with an item, the share that go on with its post too; from the third of an item on also
 * later in the post than the one before (the first may be a headline, taken from anywhere). 1 when no item goes on.
 * Several items may tell of one post: a round-up is a post.
 */
function togetherness(places: readonly PlacedSentence[]): number {
  let continued = 0;
  let inPlace = 0;
  places.forEach((sentence, at) => {
    const before = places[at - 1];
    if (before?.line !== sentence.line) return;
    continued += 1;
    if (goesOn(before, sentence, places[at - 2]?.line !== sentence.line)) inPlace += 1;
  });
  return continued === 0 ? 1 : inPlace / continued;
}

function goesOn(before: PlacedSentence, sentence: PlacedSentence, afterHeadline: boolean): boolean {
  return before.unit === sentence.unit && (afterHeadline || before.place <= sentence.place);
}

/** Of all pairs of sentences from different posts, the share that keeps the order of the source; 1 when there is none. */
function concordance(places: readonly BestUnit[]): number {
  let pairs = 0;
  let kept = 0;
  places.forEach(({ unit }, at) => {
    for (const later of places.slice(at + 1)) {
      if (later.unit === unit) continue;
      pairs += 1;
      if (later.unit > unit) kept += 1;
    }
  });
  return pairs === 0 ? 1 : kept / pairs;
}
