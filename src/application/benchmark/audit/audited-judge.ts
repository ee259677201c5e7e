import type { Scenario } from '../../../domain/benchmark/scenario.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { Judge, JudgeRegistry } from '../../ports/judge.port.js';
import type { ScenarioRepository } from '../../ports/scenario.repository.port.js';

/** A judge with the scenario whose prompts it uses. */
export interface AuditedJudge {
  readonly judge: Judge;
  readonly scenario: Scenario;
}

/** The scenario whose prompts a judge uses on data of a kind. */
const SCENARIOS: Readonly<Record<SampleKind, string>> = {
  digests: 'channel_digest_ru',
  review_reports: 'review_summary_ru',
};

/**
 * The judge of a kind, for data of a kind.
 *
 * @throws BENCHMARK_JUDGE_UNKNOWN; USAGE for `stored`, which reads nothing; what the judge lacks.
 */
export async function auditedJudge(
  ports: { readonly judges: JudgeRegistry; readonly scenarios: ScenarioRepository },
  name: string,
  kind: SampleKind,
): Promise<AuditedJudge> {
  if (name === 'stored')
    throw new EtalonError('USAGE', 'The judge stored reads no text, so there is nothing to audit.', {
      hint: 'Choose --judge lexical or llm.',
    });
  const scenario = await ports.scenarios.load(SCENARIOS[kind]);
  return { scenario, judge: await ports.judges.named(name, scenario, { live: true }) };
}
