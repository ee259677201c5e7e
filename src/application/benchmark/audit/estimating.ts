import type { JudgeUsage } from '../../../domain/benchmark/judge-usage.js';
import { addUsage, NO_USAGE, ONE_CALL } from '../../../domain/benchmark/judge-usage.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import type { Judge } from '../../ports/judge.port.js';
import type { Answer, AuditQuestions } from './audit-questions.js';

/** Asks nobody and adds up what asking would take: an audit goes the same way as with a judge that always answers. */
export class Estimating implements AuditQuestions {
  cost: JudgeUsage;

  constructor(private readonly judge: Judge) {
    this.cost = judge.selfTestCost?.() ?? NO_USAGE;
  }

  ask<K>(questions: Iterable<readonly [K, ExportRecord]>): Promise<ReadonlyMap<K, Answer>> {
    const answers = new Map<K, Answer>();
    for (const [key, record] of questions) {
      this.cost = addUsage(this.cost, this.judge.estimate?.(record) ?? ONE_CALL);
      answers.set(key, { scores: {} });
    }
    return Promise.resolve(answers);
  }
}
