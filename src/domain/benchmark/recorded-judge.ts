import type { JudgeScores } from '../dataset/judge-scores.js';
import { EtalonError } from '../errors/etalon-error.js';
import type { BenchmarkRun } from './benchmark-run.js';

/** Who wrote stored scores. */
export interface RecordedJudge {
  readonly model: string;
  readonly promptVersion: string;
}

/** What the built-in judge calls itself, whatever its version. */
const LEXICAL = /^lexical(?:-ru-\d+)?$/u;

/** Who wrote these scores. */
export function recordedJudgeOf({ judgeModel, promptVersion }: JudgeScores): RecordedJudge {
  return { model: judgeModel, promptVersion };
}

/** A recorded judge as people name it: `model@prompt_version`. */
export function recordedJudgeName({ model, promptVersion }: RecordedJudge): string {
  return `${model}@${promptVersion}`;
}

/** Whose stored scores a run took, as one names it; `undefined` for a run that took none. */
export function storedJudgeOf({ judge }: Pick<BenchmarkRun, 'judge'>): string | undefined {
  return judge.kind === 'stored' && judge.model !== 'none' ? recordedJudgeName(judge) : undefined;
}

/**
 * Whose stored scores count.
 *
 * @param found the judges whose scores a data set holds; equal ones may repeat.
 * @param name a model, or `model@prompt_version`; needed where there are several.
 * @returns `null` where nobody scored anything.
 * @throws BENCHMARK_JUDGES_MIXED when several fit; BENCHMARK_STORED_JUDGE_UNKNOWN when a name fits none.
 */
export function chooseRecordedJudge(found: readonly RecordedJudge[], name?: string): RecordedJudge | null {
  const byName = new Map(found.map((judge) => [recordedJudgeName(judge), judge]));
  const known = [...byName.keys()].sort();
  const fitting = known.filter((full) => name === undefined || full === name || byName.get(full)?.model === name);
  if (fitting.length > 1) throw mixed(fitting);
  if (fitting.length === 0 && name !== undefined) throw unknown(name, known);
  return byName.get(fitting[0] ?? '') ?? null;
}

/** Under which kind of judge `by_judge` thresholds are looked up for stored scores: all but the built-in one's are an LLM's. */
export function thresholdJudgeOf(recorded: RecordedJudge | null): string {
  if (recorded === null) return 'stored';
  return LEXICAL.test(recorded.model) ? 'lexical' : 'llm';
}

function mixed(fitting: readonly string[]): EtalonError {
  const message = `The data set holds the scores of several judges: ${fitting.join(', ')}.`;
  return new EtalonError('BENCHMARK_JUDGES_MIXED', message, { details: { judges: fitting } });
}

function unknown(name: string, known: readonly string[]): EtalonError {
  const there = known.length === 0 ? 'it holds no scores at all' : `there are ${known.join(', ')}`;
  const message = `The data set holds no scores of the judge ${name}: ${there}.`;
  return new EtalonError('BENCHMARK_STORED_JUDGE_UNKNOWN', message, { details: { judge: name, known } });
}
