import type { ExportRecord } from '../../../domain/export/export-record.js';

/** What a judge gave, or why it gave nothing. */
export type Answer = { readonly scores: Readonly<Record<string, number>> } | { readonly missing: string };

/** Whoever answers the questions of an audit. */
export interface AuditQuestions {
  /**
   * Has samples judged, several at once; the answers do not depend on which of them comes first.
   *
   * @param questions read as there is room for more.
   * @param heard told of each answer as it comes.
   * @throws INTERRUPTED; LLM_UNAVAILABLE when the judge is away; a defect of the judge. Its failures are missing answers.
   */
  ask<K>(
    questions: Iterable<readonly [K, ExportRecord]>,
    heard?: (answer: Answer) => void,
  ): Promise<ReadonlyMap<K, Answer>>;
}

/** Whether there are scores. */
export function isScored(answer: Answer | undefined): answer is Extract<Answer, { readonly scores: unknown }> {
  return answer !== undefined && 'scores' in answer;
}
