import type { LlmRequest } from '../../../application/ports/llm.port.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import { redactPersonal } from '../../../domain/text/redact-personal.js';
import type { Prompt } from '../../llm/prompt.js';
import { filled } from '../../llm/prompt.js';
import { dataLines, linesOf } from './data-lines.js';
import { evenCut } from './even-cut.js';
import { JUDGE_ANSWER_SHAPE } from './judge-answer.js';

/** Characters of a source that a judge is shown; a longer one is cut evenly over its lines. */
const SOURCE_BUDGET = 60_000;
/** Characters of a summary that a judge reads; a longer one is not judged, for part of it would be another summary. */
const SUMMARY_LIMIT = 30_000;
const MARK_LENGTH = 24;

/** The question about one sample; or why there is none. */
export type JudgeQuestion =
  { readonly request: LlmRequest; readonly mark: string; readonly caveat: string } | { readonly unscored: string };

/** How questions are put. */
export interface JudgeQuestionStyle {
  readonly prompt: Prompt;
  /** Whether telephone numbers, addresses and user names are taken out first. */
  readonly redact: boolean;
  readonly hash: (text: string) => string;
}

/**
 * Puts a sample to a judge. Source and summary are data, one JSON object a line, between lines that hold the mark of the
 * question: part of a hash of all of it, so that equal samples give equal questions and nobody who writes a part can
 * know it beforehand; it occurs nowhere in the data, and the answer has to name it.
 */
export function judgeQuestion(sample: ExportRecord, { prompt, redact, hash }: JudgeQuestionStyle): JudgeQuestion {
  const texts = [sample.sourceText, sample.summaryMarkdown];
  const [source = [], summary = []] = (redact ? redactPersonal(texts, [sample.channel]) : texts).map(linesOf);
  if (source.length === 0) return { unscored: 'the source holds no text' };
  if (summary.length === 0) return { unscored: 'the summary holds no text' };
  const { length } = sample.summaryMarkdown;
  if (length > SUMMARY_LIMIT)
    return { unscored: `the summary has ${length} characters, and the judge reads ${SUMMARY_LIMIT}` };
  const cut = evenCut(source, SOURCE_BUDGET);
  const data = { source: dataLines(cut.lines), summary: dataLines(summary) };
  const caveat = cut.shown < cut.total ? `Судье показано ${cut.shown} из ${cut.total} знаков источника.` : '';
  return { ...requestOf(prompt, data, markFor(prompt, data, hash)), caveat };
}

interface QuestionData {
  readonly source: string;
  readonly summary: string;
}

function requestOf({ system, user, maxTokens }: Prompt, data: QuestionData, mark: string) {
  const values = { ...data, mark };
  const request = { system: filled(system, values), user: filled(user, values), maxTokens, shape: JUDGE_ANSWER_SHAPE };
  return { request, mark };
}

function markFor({ version }: Prompt, { source, summary }: QuestionData, hash: (text: string) => string): string {
  for (let salt = 0; ; salt += 1) {
    const mark = hash(JSON.stringify([version, source, summary, salt])).slice(0, MARK_LENGTH);
    if (!source.includes(mark) && !summary.includes(mark)) return mark;
  }
}
