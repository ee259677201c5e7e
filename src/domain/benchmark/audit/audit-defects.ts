import type { Scores } from '../../dataset/judge-scores.js';
import { addedClaim, otherDay, padding, repeatedText } from './defects/added-text.js';
import { changedFact } from './defects/changed-fact.js';
import { DATES } from './defects/dates.js';
import type { Spoil } from './defects/defect.js';
import { copiedSource, firstSentences, keyWords } from './defects/extracts.js';
import { leftOutItems } from './defects/left-out-items.js';
import { NAMES } from './defects/names.js';
import { NUMBERS } from './defects/numbers.js';
import { shuffledSentences } from './defects/shuffled-sentences.js';

/** One way to spoil a summary. */
export interface AuditDefect {
  readonly name: string;
  /** The metrics that ought to see it; none for what is only shown. */
  readonly expected: readonly (keyof Scores)[];
  readonly spoil: Spoil;
}

/** All of them, in the order of the report. */
export const AUDIT_DEFECTS: readonly AuditDefect[] = [
  { name: 'items_left_out', expected: ['coverage'], spoil: leftOutItems },
  { name: 'number_random', expected: ['accuracy'], spoil: changedFact(NUMBERS, 'invented') },
  { name: 'number_other_post', expected: ['accuracy'], spoil: changedFact(NUMBERS, 'another post') },
  { name: 'date_random', expected: ['accuracy'], spoil: changedFact(DATES, 'invented') },
  { name: 'date_other_post', expected: ['accuracy'], spoil: changedFact(DATES, 'another post') },
  { name: 'name_random', expected: ['accuracy'], spoil: changedFact(NAMES, 'invented') },
  { name: 'name_other_post', expected: ['accuracy'], spoil: changedFact(NAMES, 'another post') },
  { name: 'claim_added', expected: ['accuracy'], spoil: addedClaim },
  { name: 'other_day', expected: ['coverage', 'accuracy'], spoil: otherDay },
  { name: 'sentences_shuffled', expected: ['coherence'], spoil: shuffledSentences },
  { name: 'padding', expected: ['informativeness'], spoil: padding },
  { name: 'text_repeated', expected: ['informativeness'], spoil: repeatedText },
  { name: 'source_copied', expected: [], spoil: copiedSource },
  { name: 'key_words', expected: [], spoil: keyWords },
  { name: 'first_sentences', expected: [], spoil: firstSentences },
];
