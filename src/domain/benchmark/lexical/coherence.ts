import type { BestUnit } from './best-unit.js';
import { bestUnit } from './best-unit.js';
import type { SourceIndex } from './source-index.js';
import type { SummarySentence } from './summary-sentences.js';
import { isMeaningful } from './tokens.js';

const OPENS = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}\p{Script=Latin}]/u;
const CLOSES = /[.!?…:;][»"”')\]]*$/u;
const LONG_SENTENCE = 8;

/**
 * Whether the text reads as a text: how many of its sentences are whole (begin and end as sentences do, and hold
 * function words when they are long), whether what it tells of one post stands together and in the post's own order, and
 * whether the posts come in the order of the source.
 *
 * @returns 0…1, the product of wholeness and the mean of the two kinds of order
 */
export function lexicalCoherence(index: SourceIndex, sentences: readonly SummarySentence[]): number {
  const body = sentences.filter(({ heading }) => !heading);
  if (body.length === 0) return 0;
  const whole = body.filter(isWhole).length / body.length;
  const places = body.map(({ tokens }) => bestUnit(tokens, index)).filter((place) => place !== undefined);
  const kept = [togetherness(places), concordance(places)].filter((part) => part !== null);
  const order = kept.length === 0 ? 1 : kept.reduce((sum, part) => sum + part, 0) / kept.length;
  return whole * order;
}

function isWhole({ text, tokens }: SummarySentence): boolean {
  const running = tokens.length < LONG_SENTENCE || !tokens.every(isMeaningful);
  return running && OPENS.test(text) && CLOSES.test(text);
}

/** Of the sentences that tell more of a post already begun, the share that follow right on it; `null` for none. */
function togetherness(places: readonly BestUnit[]): number | null {
  const begun = new Set<number>();
  let continued = 0;
  let inPlace = 0;
  places.forEach(({ unit, place }, at) => {
    if (begun.has(unit)) {
      continued += 1;
      const before = places[at - 1];
      if (before?.unit === unit && before.place <= place) inPlace += 1;
    }
    begun.add(unit);
  });
  return continued === 0 ? null : inPlace / continued;
}

/** Of all pairs of sentences from different posts, the share that keeps the order of the source; `null` for none. */
function concordance(places: readonly BestUnit[]): number | null {
  let pairs = 0;
  let kept = 0;
  places.forEach(({ unit }, at) => {
    for (const later of places.slice(at + 1)) {
      if (later.unit === unit) continue;
      pairs += 1;
      if (later.unit > unit) kept += 1;
    }
  });
  return pairs === 0 ? null : kept / pairs;
}
