import { expectationOf, storedScores } from '../../../domain/benchmark/expectation.js';
import type { Scenario } from '../../../domain/benchmark/scenario.js';
import type { JudgeScores } from '../../../domain/dataset/judge-scores.js';
import type { Sample } from '../../../domain/dataset/sample.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import { toExportRecord } from '../../../domain/export/to-export-record.js';
import { askJudge } from '../../benchmark/ask-judge.js';
import type { LeftBehind } from '../../benchmark/interruption.js';
import { interrupted, refuseInterrupted } from '../../benchmark/interruption.js';
import { observeJudge } from '../../benchmark/observe-judge.js';
import type { Clock } from '../../ports/clock.port.js';
import type { CallAllowance, Judge, Judgement } from '../../ports/judge.port.js';
import type { MetricsPort } from '../../ports/metrics.port.js';
import type { ProgressTask } from '../../ports/progress.port.js';
import type { SampleRepository } from '../../ports/sample.repository.port.js';
import type { HeldLock } from '../../ports/store-lock.port.js';
import { CallBudget } from './call-budget.js';
import { inParallel } from './in-parallel.js';
import type { ScoreCommand } from './score-command.js';
import type { ScoreProblem } from './score-outcome.js';
import type { ScoringTally } from './scoring-tally.js';

/** Documents in memory for each one that is judged at once: the pause between two batches then costs little. */
const BATCH_FACTOR = 8;
const LEAST_BATCH = 100;

/** What judging works with. */
export interface ScoringTask {
  readonly repository: Pick<SampleRepository<Sample>, 'findMany' | 'saveScores'>;
  readonly scenario: Scenario;
  readonly judge: Judge;
  readonly command: ScoreCommand;
  readonly tally: ScoringTally;
  readonly held: HeldLock;
  readonly metrics: MetricsPort;
  readonly clock: Clock;
  readonly progress: ProgressTask;
}

/** Judges documents of one kind and writes their scores, batch by batch. */
export class SampleScorer {
  readonly #budget: CallBudget;

  constructor(private readonly task: ScoringTask) {
    const { command, tally } = task;
    this.#budget = new CallBudget(command.budgetCalls ?? Infinity, () => tally.cost.calls);
  }

  /** What is known when it ends early is written too. @throws INTERRUPTED, STORE_LOCK_LOST, what store and judge throw. */
  async score(ids: readonly string[]): Promise<void> {
    const size = Math.max(LEAST_BATCH, this.task.command.maxConcurrency * BATCH_FACTOR);
    for (let start = 0; start < ids.length; start += size) await this.#batch(ids.slice(start, start + size));
  }

  async #batch(ids: readonly string[]): Promise<void> {
    const { repository, command, tally, held } = this.task;
    await held.assertHeld();
    const open = [...(await repository.findMany(ids)).values()].filter(({ judge }) => judge === undefined);
    const scores = new Map<string, JudgeScores>();
    try {
      await inParallel(open, command.maxConcurrency, (sample) => this.#one(sample, scores));
    } finally {
      await held.assertHeld();
      tally.count('scored', await repository.saveScores(scores));
    }
  }

  async #one(sample: Sample, scores: Map<string, JudgeScores>): Promise<void> {
    const { tally, command, progress } = this.task;
    refuseInterrupted(command.signal, whatIsLeft(command));
    const allowance = this.#budget.reserve();
    if (allowance === undefined) {
      tally.count('left');
      return;
    }
    const judgement = await this.#asked(recordOf(sample), allowance).finally(allowance.end);
    if (judgement.status === 'given_up') throw interrupted(whatIsLeft(command));
    progress.advance(1);
    const found = this.#found(judgement);
    if (found === undefined) tally.problem({ id: sample.id, ...problemOf(judgement) });
    else scores.set(sample.id, found);
  }

  #found(judgement: Judgement): JudgeScores | undefined {
    const { judge, scenario } = this.task;
    const scores = judgement.status === 'scored' ? storedScores(judgement.scores) : undefined;
    if (judgement.status !== 'scored' || scores === undefined) return undefined;
    const verdict = expectationOf(scenario, judge.kind, scores);
    const { model: judgeModel, promptVersion } = judge;
    return { judgeModel, promptVersion, scores, verdict, notes: judgement.notes };
  }

  async #asked(record: ExportRecord, allowance: CallAllowance): Promise<Judgement> {
    const { judge, command, tally, metrics, clock } = this.task;
    const started = clock.monotonic();
    const judgement = await askJudge({ judge, record, signal: command.signal, attempt: 1, allowance });
    tally.spend(judgement.usage);
    observeJudge(metrics, judge.kind, judgement, (clock.monotonic() - started) / 1000);
    return judgement;
  }
}

/** The very text that a run over an export would judge, so that both come to the same scores. */
function recordOf(sample: Sample): ExportRecord {
  const record = toExportRecord(sample);
  const { sourceText, summaryMarkdown } = record;
  return { ...record, sourceText: sourceText.normalize('NFC'), summaryMarkdown: summaryMarkdown.normalize('NFC') };
}

function problemOf(judgement: Exclude<Judgement, { readonly status: 'given_up' }>): Omit<ScoreProblem, 'id'> {
  if (judgement.status === 'unscored') return { status: 'unscored', fault: null, reason: judgement.reason };
  if (judgement.status === 'error') return { status: 'error', fault: judgement.fault, reason: judgement.reason };
  return { status: 'error', fault: 'malformed', reason: 'the judge does not score all four metrics' };
}

function whatIsLeft({ name }: ScoreCommand): LeftBehind {
  return {
    message: `Scoring was interrupted; what was scored of "${name}" is stored.`,
    hint: 'Run the same command again: it goes on where it stopped.',
  };
}
