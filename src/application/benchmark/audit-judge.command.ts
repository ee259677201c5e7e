import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';

/** What an audit is asked to do. */
export interface AuditJudgeCommand {
  /** The judge's kind. */
  readonly judge: string;
  /** The data set file, of either kind; the newest export of digests when left out. */
  readonly dataset?: string;
  /** Decides which samples are spoilt, and how. */
  readonly seed: number;
  /** Pairs for each defect, as far as there are samples. ≥ 1 */
  readonly perDefect: number;
  /** The zone whose calendar days are the clusters; the manifest's, else Europe/Moscow, when left out. */
  readonly timezone?: string;
  /** How many samples are judged at the same time, ≥ 1; 8 for a judge that costs something, else 1, when left out. */
  readonly maxConcurrency?: number;
  /** The most calls of the judge, its test of itself included, ≥ 1. */
  readonly budgetCalls?: number;
  /** The most tokens, in and out, ≥ 1. */
  readonly budgetTokens?: number;
  /** Told before a judge that costs something is asked: what that takes if each question is answered at once. */
  readonly onPlan?: (cost: JudgeUsage) => void;
  readonly signal?: AbortSignal;
}
