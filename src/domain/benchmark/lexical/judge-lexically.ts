import type { Scores } from '../../dataset/judge-scores.js';
import { lexicalAccuracy } from './accuracy.js';
import { lexicalCoherence } from './coherence.js';
import type { Context } from './context.js';
import { contextOf } from './context.js';
import { lexicalCoverage } from './coverage.js';
import { lexicalInformativeness } from './informativeness.js';
import type { Lexicon } from './lexicon.js';
import { SourceIndex } from './source-index.js';
import { sourceUnits } from './source-units.js';
import { summarySentences } from './summary-sentences.js';
import { toldPosts } from './told-posts.js';
import type { TracedSentence } from './trace-summary.js';
import { traceSummary } from './trace-summary.js';

/** What the judge reads. */
export interface LexicalQuestion {
  readonly kind: 'digests' | 'review_reports';
  readonly sourceText: string;
  readonly summaryMarkdown: string;
  /** What a summary may name although the source does not: the day's date, the channel. */
  readonly context: string;
}

/** Scores with what they rest on, or why there are none. */
export type LexicalJudgement = { readonly scores: Scores; readonly notes: string } | { readonly unscored: string };

const MOST_NOTED = 5;

/** An empty answer is a bad answer, not missing data: a pipeline that fails on some days must not look as good as before. */
const NOTHING_SAID: LexicalJudgement = {
  scores: { coverage: 0, accuracy: 0, coherence: 0, informativeness: 0 },
  notes: 'the summary holds no sentence',
};

/**
 * Compares a summary with its source by Russian word stems, numbers, dates and names. Deterministic: sums run in the order
 * of the text. What each score means and where it fails is written down in docs/judges.md.
 */
export function judgeLexically(question: LexicalQuestion, lexicon: Lexicon): LexicalJudgement {
  lexicon.forgetIfLarge();
  const index = new SourceIndex(sourceUnits(question.sourceText, question.kind, lexicon));
  if (index.size === 0) return { unscored: 'the source holds no words' };
  const sentences = summarySentences(question.summaryMarkdown, lexicon);
  if (sentences.every(({ heading }) => heading)) return NOTHING_SAID;
  const context = contextOf(question.context, question.kind === 'review_reports', lexicon);
  return judgementOn(index, traceSummary({ index, context }, sentences), context);
}

function judgementOn(index: SourceIndex, sentences: readonly TracedSentence[], context: Context): LexicalJudgement {
  const { score, unsupported } = lexicalAccuracy(index, sentences, context);
  const told = toldPosts({ index, context }, sentences);
  const scores = {
    coverage: lexicalCoverage(index, told, context),
    accuracy: score,
    coherence: lexicalCoherence(sentences, told, context),
    informativeness: lexicalInformativeness({ index, context }, sentences, told),
  };
  return { scores, notes: notesOn(unsupported) };
}

function notesOn(unsupported: readonly string[]): string {
  if (unsupported.length === 0) return '';
  const more = unsupported.length > MOST_NOTED ? ` and ${unsupported.length - MOST_NOTED} more` : '';
  return `not in the source: ${unsupported.slice(0, MOST_NOTED).join(', ')}${more}`;
}
