import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LlmSettings, Settings } from '../../application/ports/settings.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { CheckedSettings } from './check-settings.js';
import { checkSettings } from './check-settings.js';
import { environmentLayer } from './environment-layer.js';
import { fileLayer } from './file-layer.js';
import type { SettingLayer } from './setting-layer.js';

/** Where settings come from. */
export interface SettingSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative paths start here. */
  readonly cwd: string;
  /** Settings of the command line, by their path in the file (`data_dir`); absent ones are not set. */
  readonly flags?: Readonly<Record<string, string | undefined>>;
  /** A settings file; `ETALON_CONFIG` unless given. */
  readonly configFile?: string | undefined;
}

/** The folder of settings, scenarios, prompts and schemas that ships with the package. */
export const PACKAGE_CONFIG_DIR = fileURLToPath(new URL('../../../config', import.meta.url));

/**
 * Reads the configuration: the package's defaults, a file, the environment, the command line, each over the last.
 *
 * @returns settings with absolute paths, frozen.
 * @throws CONFIG_NOT_FOUND, CONFIG_INVALID with all faults at once; USAGE for faults of the command line.
 */
export async function loadSettings(sources: SettingSources): Promise<Settings> {
  const { env, cwd } = sources;
  const layers = [await fileLayer(resolve(PACKAGE_CONFIG_DIR, 'default.yaml'))];
  const file = sources.configFile ?? env['ETALON_CONFIG'] ?? '';
  if (file !== '') layers.push(await fileLayer(resolve(cwd, file)));
  const checked = checkSettings([...layers, environmentLayer(env), flagLayer(sources.flags ?? {})]);
  return deepFreeze(toSettings(checked, cwd));
}

function flagLayer(flags: Readonly<Record<string, string | undefined>>): SettingLayer {
  const values = new Map(Object.entries(flags).filter(([, value]) => value !== undefined));
  return { origin: 'command line', values, nameOf: (path) => `--${path.replaceAll('_', '-')}` };
}

function toSettings({ general, store, llm }: CheckedSettings, cwd: string): Settings {
  return {
    dataDir: resolve(cwd, general.data_dir),
    docsDir: resolve(cwd, general.docs_dir),
    configDirs: configDirs(general.config_dir ?? null, cwd),
    logLevel: general.log_level,
    metricsFile: typeof general.metrics_file === 'string' ? resolve(cwd, general.metrics_file) : null,
    redact: general.redact,
    strictMetrics: general.strict_metrics,
    store: { mongodbUrl: store.mongodb_url ?? null, dbName: store.db_name, timeoutMs: store.timeout_ms },
    llm: llmSettings(llm),
  };
}

function llmSettings({ url, model, api_key, timeout_ms, retries }: CheckedSettings['llm']): LlmSettings {
  return {
    url: url ?? null,
    model: model ?? null,
    apiKey: api_key ?? null,
    timeoutMs: timeout_ms,
    retries,
  };
}

function configDirs(chosen: string | null, cwd: string): readonly string[] {
  const overlay = resolve(cwd, chosen ?? 'config');
  const exists = existsSync(overlay) && statSync(overlay).isDirectory();
  if (chosen !== null && !exists) {
    throw new EtalonError('CONFIG_NOT_FOUND', `The configuration folder ${overlay} does not exist.`, {
      details: { path: overlay },
      hint: 'Check the path given to --config-dir or ETALON_CONFIG_DIR.',
    });
  }
  return exists && overlay !== PACKAGE_CONFIG_DIR ? [overlay, PACKAGE_CONFIG_DIR] : [PACKAGE_CONFIG_DIR];
}

function deepFreeze<T extends object>(value: T): T {
  for (const member of Object.values(value) as unknown[]) {
    if (typeof member === 'object' && member !== null) deepFreeze(member);
  }
  return Object.freeze(value);
}
