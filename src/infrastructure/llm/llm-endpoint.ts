import type { LlmSettings } from '../../application/ports/settings.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';

/** How to reach an OpenAI-compatible chat endpoint. */
export interface LlmEndpoint {
  /** Its base address, such as `http://127.0.0.1:8080/v1`. */
  readonly url: string;
  readonly model: string;
  /** Never print it. */
  readonly apiKey: string | null;
  /** How long one attempt may take, answer read, in milliseconds. */
  readonly timeoutMs: number;
  /** How often a failed attempt is made again. */
  readonly retries: number;
  /** The pause before the first new attempt, in milliseconds; it doubles each time. Default 500. */
  readonly retryDelayMs?: number;
}

/** What may be said of an endpoint: host and port, never credentials, paths or keys. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'an address that is no URL';
}

/** The endpoint that the settings name. @throws LLM_NOT_CONFIGURED, saying who needs it and what is missing */
export function configuredEndpoint({ url, model, ...rest }: LlmSettings, who: string): LlmEndpoint {
  if (url !== null && model !== null) return { url, model, ...rest };
  const missing = [...(url === null ? ['LLM_URL'] : []), ...(model === null ? ['LLM_MODEL'] : [])];
  throw new EtalonError('LLM_NOT_CONFIGURED', `${who} needs an endpoint and a model`, { details: { missing } });
}
