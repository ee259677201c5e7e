import type { DigestRequest } from '../../application/ports/digester.port.js';
import type { LlmRequest } from '../../application/ports/llm.port.js';
import type { Post } from '../../domain/dataset/post.js';
import { plainText } from '../../domain/text/plain-text.js';
import { redactPersonal } from '../../domain/text/redact-personal.js';
import { russianDate } from '../../domain/text/russian-date.js';
import type { Prompt } from './prompt.js';
import { filled } from './prompt.js';

/** Characters of one post, and of all posts, that a model is sent; what is over is left out, later posts first. */
const POST_LIMIT = 4_000;
const DAY_LIMIT = 60_000;
const ANSWER_SHARE = 0.3;
const SHORTEST_LIMIT = 400;
const LONGEST_LIMIT = 3_000;

/** The characters that a digest of these posts may have. */
export function answerLimit(posts: readonly Post[]): number {
  const length = posts.reduce((sum, { text }) => sum + text.length, 0);
  return Math.round(Math.min(LONGEST_LIMIT, Math.max(SHORTEST_LIMIT, length * ANSWER_SHARE)));
}

/** How a question is put. */
export interface QuestionStyle {
  /** Whether telephone numbers, addresses of mail and user names are taken out of the posts. */
  readonly redact: boolean;
}

/**
 * The question about a day. Posts are data: one JSON object a line, in which no line break can stand, between lines of
 * a fence that is longer than any run of its character in the posts, so that no post can end it.
 */
export function digestQuestion(prompt: Prompt, request: DigestRequest, { redact }: QuestionStyle): LlmRequest {
  const { channel, day, posts } = request;
  const bodies = posts.map(bodyOf);
  const lines = postLines(redact ? redactPersonal(bodies, [channel]) : bodies).join('\n');
  const longestRun = (lines.match(/=+/gu) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const values = {
    ...{ channel, day: russianDate(day), count: String(posts.length), posts: lines },
    ...{ limit: String(answerLimit(posts)), fence: '='.repeat(Math.max(8, longestRun + 1)) },
  };
  const { system, user, maxTokens } = prompt;
  return { system: filled(system, values), user: filled(user, values), maxTokens };
}

function bodyOf({ title, summary, text }: Post): string {
  return plainText(text) || `${title}\n${summary}`.trim();
}

function postLines(bodies: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let left = DAY_LIMIT;
  for (const [index, body] of bodies.entries()) {
    const line = JSON.stringify({ n: index + 1, text: body.slice(0, POST_LIMIT) });
    if (line.length > left) break;
    lines.push(line);
    left -= line.length;
  }
  return lines;
}
