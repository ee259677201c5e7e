import type { ProgressTask } from '../../ports/progress.port.js';
import type { RandomFactory } from '../../ports/random-factory.port.js';
import type { AuditQuestions } from './audit-questions.js';
import type { CleanAnswers } from './clean-answers.js';

/** What the parts of an audit work with. */
export interface AuditTools {
  readonly random: RandomFactory;
  readonly questions: AuditQuestions;
  readonly clean: CleanAnswers;
  readonly progress: Pick<ProgressTask, 'advance'>;
  /** Whether each instruction is tried in each place of each sample. */
  readonly everyPhrasing: boolean;
  /** The share of answers that a row needs to say anything, 0…1. */
  readonly minimumCoverage: number;
}
