import type { CallAllowance, Judge, Judgement } from '#etalon/application/ports/judge.port.js';
import type { ExportRecord } from '#etalon/domain/export/export-record.js';

/** What a judge for tests is asked. */
export interface Question {
  readonly sample: ExportRecord;
  readonly signal: AbortSignal | undefined;
  readonly attempt: number;
  readonly allowance: CallAllowance | undefined;
}

type Answer = (question: Question) => Judgement | Promise<Judgement>;

/** A judge of one's own, as an application may bring it, that answers as a test says. */
export function scriptedJudge(kind: string, answer: Answer, changes: Partial<Judge> = {}): Judge {
  return {
    ...{ kind, model: `${kind}-1`, promptVersion: '1', promptHash: null, cost: 'metered' },
    judge: async (sample, signal, attempt = 1, allowance) => answer({ sample, signal, attempt, allowance }),
    ...changes,
  };
}

/** A judgement with one score for every metric, that took one call. */
export function allScores(value: number): Judgement {
  const scores = { coverage: value, accuracy: value, coherence: value, informativeness: value };
  return { status: 'scored', scores, notes: '', usage: { calls: 1, tokensIn: 10, tokensOut: 1, cacheHits: 0 } };
}
