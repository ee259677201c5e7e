import type { Clock } from '../../../application/ports/clock.port.js';
import type { Hasher } from '../../../application/ports/hasher.port.js';
import type { Logger } from '../../../application/ports/logger.port.js';
import type { Settings } from '../../../application/ports/settings.port.js';
import type { Scenario } from '../../../domain/benchmark/scenario.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { LlmAnswerCache } from '../../llm/llm-answer-cache.js';
import { configuredEndpoint } from '../../llm/llm-endpoint.js';
import { OpenAiLlm } from '../../llm/open-ai-llm.js';
import { judgePrompt } from './judge-prompt.js';
import { LlmJudge } from './llm-judge.js';

const ANY_MODEL = /^any\b/iu;

/** What the judge takes from its surroundings. */
export interface LlmJudgeSurroundings {
  readonly settings: Pick<Settings, 'llm' | 'configDirs' | 'redact'>;
  readonly clock: Clock;
  readonly hasher: Hasher;
  readonly logger: Logger;
  readonly answers: LlmAnswerCache;
}

/**
 * The judge `llm` for a scenario, with the endpoint of the settings.
 *
 * @throws LLM_NOT_CONFIGURED, JUDGE_MODEL_MISMATCH, JUDGE_PROMPT_NOT_FOUND, CONFIG_INVALID
 */
export function configuredLlmJudge(scenario: Scenario, { settings, clock, ...rest }: LlmJudgeSurroundings): LlmJudge {
  const { llm, configDirs, redact } = settings;
  const endpoint = configuredEndpoint(llm, 'The judge "llm"');
  refuseOtherModel(scenario, endpoint.model);
  const prompt = judgePrompt(configDirs, scenario.promptVersion);
  return new LlmJudge({ ...rest, llm: new OpenAiLlm(endpoint, clock), prompt, kind: scenario.kind, redact });
}

function refuseOtherModel({ name, judgeModel }: Scenario, model: string): void {
  if (ANY_MODEL.test(judgeModel) || judgeModel === model) return;
  const message = `The scenario ${name} wants the model ${judgeModel}, and LLM_MODEL is ${model}.`;
  throw new EtalonError('JUDGE_MODEL_MISMATCH', message, { details: { scenario: name, wanted: judgeModel, model } });
}
