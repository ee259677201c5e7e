import type { Scenario } from '../../domain/benchmark/scenario.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { ErrorCode } from '../../domain/errors/error-catalogue.js';
import type { Judge, JudgeRegistry } from '../ports/judge.port.js';

const COSTS_NOTHING: ReadonlySet<string> = new Set(['stored', 'lexical']);
const NOT_THERE: ReadonlySet<ErrorCode> = new Set(['LLM_NOT_CONFIGURED', 'BENCHMARK_JUDGE_UNKNOWN']);

/** Who would judge live; that this costs `nothing`; or that what it costs is `unknown`. */
export type CostEstimator = Judge | 'nothing' | 'unknown';

/**
 * The judge whose cost the dry run of a scenario estimates: the scenario's own where that one costs something, else an
 * LLM where one is configured. One that cannot be made ready leaves the cost unknown: the dry run itself needs no judge.
 */
export async function costEstimator(judges: JudgeRegistry, scenario: Scenario): Promise<CostEstimator> {
  const { defaultJudge } = scenario;
  const isFree = COSTS_NOTHING.has(defaultJudge);
  try {
    const judge = await judges.named(isFree ? 'llm' : defaultJudge, scenario);
    return judge.estimate === undefined ? 'unknown' : judge;
  } catch (error) {
    if (!(error instanceof EtalonError)) throw error;
    return isFree && NOT_THERE.has(error.code) ? 'nothing' : 'unknown';
  }
}
