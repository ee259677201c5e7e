import type { JudgeSelfTest } from '../../domain/benchmark/judge-self-test.js';
import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import type { RecordedJudge } from '../../domain/benchmark/recorded-judge.js';
import type { JudgeFault } from '../../domain/benchmark/sample-result.js';
import type { Scenario } from '../../domain/benchmark/scenario.js';
import type { ExportRecord } from '../../domain/export/export-record.js';

/**
 * What a judge says of a sample: scores by metric, or why there are none. A failure is never a low score. `given_up` says
 * nothing of the sample: nobody waits for the answer any more, and what was sent by then is paid for all the same.
 */
export type Judgement = (
  | { readonly status: 'scored'; readonly scores: Readonly<Record<string, number>>; readonly notes: string }
  | { readonly status: 'unscored'; readonly reason: string }
  | { readonly status: 'error'; readonly fault: JudgeFault; readonly reason: string }
  | { readonly status: 'given_up'; readonly reason: string }
) & {
  /** What it cost; left out by a judge that costs nothing: then it counts as one call. */
  readonly usage?: JudgeUsage;
};

export type { JudgeSelfTest };

/** What is left of a run's budget, for a judge that needs more than one call for a judgement. */
export interface CallAllowance {
  /** Whether one more call may be made; it counts from now on. */
  take(): boolean;
}

/** Someone who scores samples. Calls may overlap. */
export interface Judge {
  readonly kind: string;
  /** Who exactly scores, as stored scores name it: a model or the version of formulas. */
  readonly model: string;
  /** The version of its prompts; of a judge without prompts, of its formulas. */
  readonly promptVersion: string;
  /** SHA-256 over its prompts, `null` without any. */
  readonly promptHash: string | null;
  /**
   * `metered`: a call costs money or time: each result is stored at once, several samples are asked for together;
   * `free`: neither. A budget of calls holds for both.
   */
  readonly cost: 'free' | 'metered';
  /** The names of the scores that it gives, so that a scenario can be held against them; left out: not known before. */
  readonly metrics?: readonly string[];
  /**
   * @param signal once it is aborted, nothing more is sent, and the judgement is `given_up` with what was spent. A judge
   *   that throws then, or does not end within a second, counts as one call without an answer.
   * @param attempt which judging of the same sample this is, from 1: from the second on no cached answer will do.
   * @param allowance asked before each call after the first one, such as a repetition after a failure.
   * @throws whatever is no judgement: a defect.
   */
  judge(sample: ExportRecord, signal?: AbortSignal, attempt?: number, allowance?: CallAllowance): Promise<Judgement>;
  /** What judging the sample would take, for the estimate of a dry run; left out: nothing. */
  estimate?(sample: ExportRecord): JudgeUsage;
  /**
   * Known good, known bad, garbage, echo: asked before a run spends anything; left out: nothing to test.
   *
   * @param signal once it is aborted, nothing more is sent; what was spent by then is in the answer, which is not `ok`.
   * @param allowance asked before each call, the first ones included.
   */
  selfTest?(signal?: AbortSignal, allowance?: CallAllowance): Promise<JudgeSelfTest>;
  /** What the test of itself takes if no call has to be repeated; left out: nothing. */
  selfTestCost?(): JudgeUsage;
}

/** What is known of the judging beyond the scenario. */
export interface JudgeChoice {
  /** Whose stored scores count, for the judge `stored`; `null` or left out: anybody's. */
  readonly recorded?: RecordedJudge | null;
  /** Only a judge that reads texts will do: `stored` is not among those that an error offers. */
  readonly live?: boolean;
}

/** The judges that there are. */
export interface JudgeRegistry {
  /** The kinds that there are. */
  readonly kinds: readonly string[];
  /**
   * The judge of this kind for a scenario, which says what data it scores and which prompts it uses.
   *
   * @throws BENCHMARK_JUDGE_UNKNOWN; what the judge lacks, such as LLM_NOT_CONFIGURED.
   */
  named(kind: string, scenario: Scenario, choice?: JudgeChoice): Promise<Judge>;
}
