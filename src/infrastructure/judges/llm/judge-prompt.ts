import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { Prompt } from '../../llm/prompt.js';
import { readPrompt } from '../../llm/prompt.js';
import type { JudgeQuestionStyle } from './judge-question.js';

const FILE = /^(judge-.+)\.md$/u;
const NEEDED = ['{{mark}}', '{{source}}', '{{summary}}'];

/**
 * The prompt of that version among the files `prompts/judge-*.md`, the strongest folder first.
 *
 * @throws JUDGE_PROMPT_NOT_FOUND, CONFIG_INVALID
 */
export function judgePrompt(configDirs: readonly string[], version: string): Prompt {
  const prompts = configDirs.flatMap((folder) => namesIn(folder).map((name) => readPrompt([folder], name)));
  const found = prompts.find((prompt) => prompt.version === version);
  if (found === undefined) throw unknown(version, [...new Set(prompts.map((prompt) => prompt.version))].sort());
  const missing = NEEDED.find((mark) => !found.user.includes(mark));
  if (missing === undefined) return found;
  const message = `The prompt ${version} (${found.name}) lacks ${missing} in its section "# user"`;
  throw new EtalonError('CONFIG_INVALID', message, { details: { version, name: found.name, missing } });
}

/**
 * SHA-256 over everything in a prompt that a judge gets to see, its version, and whether personal data is taken out of
 * what is put into it: without those it is another question.
 */
export function promptHash({ prompt, redact, hash }: JudgeQuestionStyle): string {
  const { version, system, user, maxTokens } = prompt;
  return hash(JSON.stringify([version, system, user, maxTokens, ...(redact ? ['redacted'] : [])]));
}

function namesIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(join(folder, 'prompts')).map((name) => FILE.exec(name)?.[1]);
    return names.filter((name) => name !== undefined).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function unknown(version: string, known: readonly string[]): EtalonError {
  const message = `No prompt of a judge has the version ${version}; there are ${known.join(', ')}.`;
  return new EtalonError('JUDGE_PROMPT_NOT_FOUND', message, { details: { version, known } });
}
