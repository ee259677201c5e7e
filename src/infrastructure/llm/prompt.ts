import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EtalonError } from '../../domain/errors/etalon-error.js';

/** A versioned prompt: two texts with `{{placeholders}}`. */
export interface Prompt {
  readonly name: string;
  readonly version: string;
  readonly maxTokens: number;
  readonly system: string;
  readonly user: string;
}

const LAYOUT = /^---\n(?<header>[\s\S]*?)\n---\n+# system\n+(?<system>[\s\S]+?)\n+# user\n+(?<user>[\s\S]+?)\s*$/u;

/**
 * Reads `prompts/<name>.md` from the first of the folders that has it: a header (`name`, `version`, `max_tokens`), then
 * the sections `# system` and `# user`.
 *
 * @throws CONFIG_NOT_FOUND, CONFIG_INVALID
 */
export function readPrompt(configDirs: readonly string[], name: string): Prompt {
  const paths = configDirs.map((folder) => join(folder, 'prompts', `${name}.md`));
  for (const path of paths) {
    const text = textOf(path);
    if (text !== undefined) return promptIn(text.replaceAll('\r\n', '\n'), path);
  }
  throw new EtalonError('CONFIG_NOT_FOUND', `No prompt ${name} in ${paths.join(', ')}`, { details: { name } });
}

/** Puts values in the place of `{{placeholders}}`, in one pass: values are never searched for more of them. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/gu, (mark, key: string) => values[key] ?? mark);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new EtalonError('CONFIG_INVALID', `The prompt ${path} cannot be read`, { details: { path }, cause: error });
  }
}

function promptIn(text: string, path: string): Prompt {
  const { header = '', system, user } = LAYOUT.exec(text)?.groups ?? {};
  const field = (key: string): string => new RegExp(`^${key}: *(\\S+) *$`, 'mu').exec(header)?.[1] ?? '';
  const maxTokens = Number(field('max_tokens'));
  if (system === undefined || user === undefined || field('version') === '' || !(maxTokens > 0))
    throw new EtalonError('CONFIG_INVALID', `The prompt ${path} lacks a header or a section`, {
      details: { path },
      hint: 'It needs a header with name, version and max_tokens, then "# system" and "# user".',
    });
  return { name: field('name'), version: field('version'), maxTokens, system, user };
}
