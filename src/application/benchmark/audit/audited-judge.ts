import type { SampleKind } from '../../../domain/dataset/sample.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { Judge, JudgeRegistry } from '../../ports/judge.port.js';
import type { ScenarioRepository } from '../../ports/scenario.repository.port.js';
import { interruptible } from '../interruptible.js';
import { refuseFailedTest } from '../test-judge.js';
import { AUDIT_LEAVES } from './asking.js';

/** The scenario whose prompts a judge uses on data of a kind. */
const SCENARIOS: Readonly<Record<SampleKind, string>> = {
  digests: 'channel_digest_ru',
  review_reports: 'review_summary_ru',
};

/**
 * The judge of a kind, tested on itself where it offers that.
 *
 * @throws BENCHMARK_JUDGE_UNKNOWN; USAGE for `stored`; JUDGE_SELF_TEST_FAILED; INTERRUPTED.
 */
export async function auditedJudge(
  ports: { readonly judges: JudgeRegistry; readonly scenarios: ScenarioRepository },
  name: string,
  kind: SampleKind,
  signal: AbortSignal | undefined,
): Promise<Judge> {
  if (name === 'stored')
    throw new EtalonError('USAGE', 'The judge stored reads no text, so there is nothing to audit.', {
      hint: 'Choose --judge lexical or llm.',
    });
  const judge = await ports.judges.named(name, await ports.scenarios.load(SCENARIOS[kind]));
  const selfTest = await interruptible(signal, AUDIT_LEAVES, async () => await judge.selfTest?.(signal));
  refuseFailedTest({ judge, selfTest });
  return judge;
}
