import type { Context } from './context.js';
import { ADVICE_WORDS, PRONOUNS } from './word-lists.js';
import type { TracedSentence } from './trace-summary.js';
import { isWhole } from './whole-sentence.js';

const COST = 0.7;

/**
 * How well the sentences of a report follow one another, 0…1: the one that names its subject (channel or day) comes first,
 * one that only says "he" or "it" goes on right after it, and advice comes after all findings. Each that is out of place
 * or not whole costs three tenths, so that no sentence more makes it better; without a whole one there is no text.
 */
export function reportFlow(body: readonly TracedSentence[], context: Context): number {
  const opener = body.findIndex(({ tokens }) =>
    tokens.some(({ kind, word }) => kind === 'name' && context.stems.has(word.stem)),
  );
  const firstAdvice = body.findIndex(isAdvice);
  const faults = body.filter((sentence, at) => {
    if (at < opener || !isWhole(sentence)) return true;
    if (isAnaphoric(sentence) && (opener < 0 ? at === 0 : at !== opener + 1)) return true;
    return firstAdvice >= 0 && at > firstAdvice && !isAdvice(sentence);
  });
  return body.some(isWhole) ? COST ** faults.length : 0;
}

function isAdvice({ tokens }: TracedSentence): boolean {
  return tokens.some(({ word }) => ADVICE_WORDS.has(word.form));
}

function isAnaphoric({ tokens }: TracedSentence): boolean {
  return tokens.some(({ word }) => PRONOUNS.has(word.form));
}
