import type { Scenario } from '../../domain/benchmark/scenario.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { ErrorCode } from '../../domain/errors/error-catalogue.js';
import type { Judge, JudgeRegistry } from '../ports/judge.port.js';

const COSTS_NOTHING: ReadonlySet<string> = new Set(['stored', 'lexical']);
const NOT_THERE: ReadonlySet<ErrorCode> = new Set(['LLM_NOT_CONFIGURED', 'BENCHMARK_JUDGE_UNKNOWN']);

/**
 * The judge whose cost the dry run of a scenario estimates: the scenario's own where that one costs something, else an
 * LLM where one is configured; `undefined` where a live run costs nothing.
 */
export async function costEstimator(judges: JudgeRegistry, scenario: Scenario): Promise<Judge | undefined> {
  const { defaultJudge } = scenario;
  if (!COSTS_NOTHING.has(defaultJudge)) return await judges.named(defaultJudge, scenario);
  try {
    return await judges.named('llm', scenario);
  } catch (error) {
    if (error instanceof EtalonError && NOT_THERE.has(error.code)) return undefined;
    throw error;
  }
}
