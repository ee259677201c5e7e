import type { TracedSentence } from './trace-summary.js';

const OPENS = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}\p{Script=Latin}]/u;
const CLOSES = /[.!?…:;][»"”')\]]*$/u;
const LONG_SENTENCE = 12;
const SUPPORTED = 0.4;

/** Whether a sentence belongs to its source: one that the source does not bear out belongs to no text about it. */
export function belongsToSource({ match, support }: TracedSentence): boolean {
  return match !== undefined && support.presence >= SUPPORTED;
}

/** Whether it belongs to its source, begins and ends as sentences do, and holds function words when it is long. */
export function isWhole(sentence: TracedSentence): boolean {
  const { text, tokens, words } = sentence;
  const running = tokens.length < LONG_SENTENCE || words.length < tokens.length;
  return belongsToSource(sentence) && running && OPENS.test(text.slice(0, 40)) && CLOSES.test(text.slice(-40));
}
