import type { SettingLayer } from './setting-layer.js';

type Read = (text: string) => unknown;

const asText: Read = (text) => text;
const asNumber: Read = (text) => (/^-?\d+$/.test(text) ? Number(text) : text);
const asSwitch: Read = (text) => ({ '1': true, true: true, '0': false, false: false })[text] ?? text;

/** Which variable sets what, and how its text is read. */
const VARIABLES: Readonly<Record<string, readonly [path: string, read: Read]>> = {
  ETALON_DATA_DIR: ['data_dir', asText],
  ETALON_DOCS_DIR: ['docs_dir', asText],
  ETALON_CONFIG_DIR: ['config_dir', asText],
  LOG_LEVEL: ['log_level', (text) => text.toLowerCase()],
  ETALON_METRICS_FILE: ['metrics_file', asText],
  ETALON_REDACT: ['redact', asSwitch],
  ETALON_STRICT_METRICS: ['strict_metrics', asSwitch],
  MONGODB_URL: ['store.mongodb_url', asText],
  DB_NAME: ['store.db_name', asText],
  ETALON_STORE_TIMEOUT_MS: ['store.timeout_ms', asNumber],
  LLM_URL: ['llm.url', asText],
  LLM_MODEL: ['llm.model', asText],
  LLM_API_KEY: ['llm.api_key', asText],
  LLM_TIMEOUT_MS: ['llm.timeout_ms', asNumber],
  LLM_RETRIES: ['llm.retries', asNumber],
};

/** The settings of environment variables; an empty variable sets nothing. */
export function environmentLayer(env: Readonly<Record<string, string | undefined>>): SettingLayer {
  const values = new Map<string, unknown>();
  for (const [name, [path, read]] of Object.entries(VARIABLES)) {
    const text = env[name] ?? '';
    if (text !== '') values.set(path, read(text));
  }
  return { origin: 'environment', values, nameOf: variableOf };
}

function variableOf(path: string): string {
  return Object.entries(VARIABLES).find(([, [target]]) => target === path)?.[0] ?? path;
}
