import type { Scores } from '../../dataset/judge-scores.js';
import type { AccuracyRules } from './accuracy.js';
import { lexicalAccuracy } from './accuracy.js';
import { lexicalCoherence } from './coherence.js';
import { lexicalCoverage } from './coverage.js';
import { lexicalInformativeness } from './informativeness.js';
import { indexSource } from './source-index.js';
import { sourceUnits } from './source-units.js';
import { summarySentences } from './summary-sentences.js';
import type { Stem } from './tokens.js';
import { tokensOf } from './tokens.js';

/** What the judge reads. */
export interface LexicalQuestion {
  readonly kind: 'digests' | 'review_reports';
  readonly sourceText: string;
  readonly summaryMarkdown: string;
  /** Words that a heading may hold although the source does not: the day's date, the channel. */
  readonly context: string;
}

/** Scores with what they rest on, or why there are none. */
export type LexicalJudgement = { readonly scores: Scores; readonly notes: string } | { readonly unscored: string };

const MOST_NOTED = 5;

/**
 * Compares a summary with its source by Russian word stems, numbers and names. Deterministic: sums run in the order of
 * the text. What each score means and where it fails is written down in docs/judges.md.
 */
export function judgeLexically(question: LexicalQuestion, stem: Stem): LexicalJudgement {
  const index = indexSource(sourceUnits(question.sourceText, question.kind), stem);
  if (index.frequency.size === 0) return { unscored: 'the source holds no words' };
  const sentences = summarySentences(question.summaryMarkdown, stem);
  if (sentences.every(({ heading }) => heading)) return { unscored: 'the summary holds no sentence' };
  const { score, unsupported } = lexicalAccuracy(index, sentences, rulesFor(question, stem));
  const scores = {
    coverage: lexicalCoverage(index, sentences),
    accuracy: score,
    coherence: lexicalCoherence(index, sentences),
    informativeness: lexicalInformativeness(index, sentences),
  };
  return { scores, notes: notesOn(unsupported) };
}

function rulesFor({ kind, context }: LexicalQuestion, stem: Stem): AccuracyRules {
  const allowed = new Set(tokensOf(context, stem).map((token) => token.stem));
  return { allowed, wholeSource: kind === 'review_reports' };
}

function notesOn(unsupported: readonly string[]): string {
  if (unsupported.length === 0) return '';
  const more = unsupported.length > MOST_NOTED ? ` and ${unsupported.length - MOST_NOTED} more` : '';
  return `not in the source: ${unsupported.slice(0, MOST_NOTED).join(', ')}${more}`;
}
