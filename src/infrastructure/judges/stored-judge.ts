import type { Judge, Judgement } from '../../application/ports/judge.port.js';
import { NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import type { RecordedJudge } from '../../domain/benchmark/recorded-judge.js';
import { recordedJudgeName, recordedJudgeOf } from '../../domain/benchmark/recorded-judge.js';
import { SCORE_NAMES } from '../../domain/dataset/judge-scores.js';
import type { ExportRecord } from '../../domain/export/export-record.js';

/** What stands for a judge where nobody scored anything. */
const NOBODY: RecordedJudge = { model: 'none', promptVersion: 'none' };

/** No judge at all: the scores that stand in the data set already. */
export class StoredJudge implements Judge {
  readonly kind = 'stored';
  readonly model: string;
  readonly promptVersion: string;
  readonly promptHash = null;
  readonly cost = 'free';
  readonly metrics = SCORE_NAMES;

  /** @param recorded whose scores count; `null` for anybody's. */
  constructor(private readonly recorded: RecordedJudge | null) {
    ({ model: this.model, promptVersion: this.promptVersion } = recorded ?? NOBODY);
  }

  judge({ judge }: ExportRecord): Promise<Judgement> {
    const usage = NO_USAGE;
    if (judge === null) return unscored('The sample has no stored scores');
    const by = recordedJudgeName(recordedJudgeOf(judge));
    if (this.recorded !== null && by !== recordedJudgeName(this.recorded))
      return unscored(`The stored scores are those of ${by}`);
    return Promise.resolve({ status: 'scored', scores: { ...judge.scores }, notes: judge.notes, usage });
  }
}

function unscored(reason: string): Promise<Judgement> {
  return Promise.resolve({ status: 'unscored', reason, usage: NO_USAGE });
}
