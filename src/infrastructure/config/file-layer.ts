import { readFile } from 'node:fs/promises';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { firstOf } from '../../domain/shared/first-of.js';
import { readYaml } from '../yaml/read-yaml.js';
import type { SettingLayer } from './setting-layer.js';

/** Sections of the file whose members are settings themselves. */
const SECTIONS = ['store', 'llm'];

/**
 * The settings of a YAML file.
 *
 * @throws CONFIG_NOT_FOUND, CONFIG_INVALID (not YAML, with line and column; not a mapping)
 */
export async function fileLayer(path: string): Promise<SettingLayer> {
  const { content: root, faults } = readYaml(await contentOf(path));
  if (faults.length > 0)
    throw invalid(
      path,
      firstOf(faults.map(({ line, column, message }) => `line ${line}, column ${column}: ${message}`)).join('; '),
    );
  if (root === null || root === undefined) return { origin: path, values: new Map() };
  if (!isMapping(root)) throw invalid(path, 'it must hold settings as `name: value`');
  return { origin: path, values: new Map(Object.entries(root).flatMap(flatten)) };
}

function flatten([name, value]: readonly [string, unknown]): readonly (readonly [string, unknown])[] {
  if (SECTIONS.includes(name) && value === null) return [];
  if (!SECTIONS.includes(name) || !isMapping(value)) return [[name, value]];
  return Object.entries(value).map(([key, member]) => [`${name}.${key}`, member] as const);
}

async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new EtalonError('CONFIG_NOT_FOUND', `The configuration file ${path} cannot be read.`, {
      details: { path },
      cause,
    });
  }
}

function invalid(path: string, fault: string): EtalonError {
  return new EtalonError('CONFIG_INVALID', `The configuration file ${path} cannot be used: ${fault}.`, {
    details: { path },
  });
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
