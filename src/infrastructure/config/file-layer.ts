import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { SettingLayer } from './setting-layer.js';

/** Sections of the file whose members are settings themselves. */
const SECTIONS = ['store', 'llm'];

/**
 * The settings of a YAML file.
 *
 * @throws CONFIG_NOT_FOUND, CONFIG_INVALID (not YAML, with line and column; not a mapping)
 */
export async function fileLayer(path: string): Promise<SettingLayer> {
  const document = parseDocument(await contentOf(path), { uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) throw invalid(path, error.message.split('\n')[0] ?? '', error);
  const root: unknown = document.toJS({ maxAliasCount: 100 });
  if (root === null || root === undefined) return { origin: path, values: new Map() };
  if (!isMapping(root)) throw invalid(path, 'it must hold settings as `name: value`');
  return { origin: path, values: new Map(Object.entries(root).flatMap(flatten)) };
}

function flatten([name, value]: readonly [string, unknown]): readonly (readonly [string, unknown])[] {
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

function invalid(path: string, fault: string, cause?: Error): EtalonError {
  return new EtalonError('CONFIG_INVALID', `The configuration file ${path} cannot be used: ${fault}.`, {
    details: { path },
    cause,
  });
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
