import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ScenarioRepository } from '../../application/ports/scenario.repository.port.js';
import type { Scenario } from '../../domain/benchmark/scenario.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { parseScenario } from './parse-scenario.js';

const ENDING = /\.ya?ml$/u;

/**
 * Scenarios as YAML files in folders that lie over one another: a file of an earlier folder hides one of the same name
 * in a later one. A name with a separator or an ending is the path of a file.
 */
export class YamlScenarioRepository implements ScenarioRepository {
  /** @param folders `scenarios` folders, the uppermost first; those that do not exist hold nothing. */
  constructor(private readonly folders: readonly string[]) {}

  async load(nameOrPath: string): Promise<Scenario> {
    const isPath = /[\\/]/u.test(nameOrPath) || ENDING.test(nameOrPath);
    const path = isPath ? nameOrPath : (await this.#files()).get(nameOrPath);
    const text = path === undefined ? undefined : await textOf(path);
    if (path === undefined || text === undefined) throw await this.#notFound(nameOrPath);
    return { ...parseScenario(text, path), ...(isPath ? { path } : {}) };
  }

  async list(): Promise<readonly string[]> {
    return [...(await this.#files()).keys()].sort();
  }

  async #files(): Promise<ReadonlyMap<string, string>> {
    const files = new Map<string, string>();
    for (const folder of [...this.folders].reverse())
      for (const file of (await filesIn(folder)).filter((name) => ENDING.test(name)))
        files.set(basename(file).replace(ENDING, ''), join(folder, file));
    return files;
  }

  async #notFound(nameOrPath: string): Promise<EtalonError> {
    const known = await this.list();
    return new EtalonError('SCENARIO_NOT_FOUND', `There is no scenario ${nameOrPath}.`, {
      hint: `Choose one of: ${known.join(', ')}; or give the path of a YAML file.`,
      details: { scenario: nameOrPath, known },
    });
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw unreadable(folder, error);
  });
}

async function textOf(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw unreadable(path, error);
  });
}

function unreadable(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (typeof code !== 'string') return error;
  return new EtalonError('FILE_READ_FAILED', `${path} cannot be read (${code}).`, {
    details: { path, code },
    cause: error,
  });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
