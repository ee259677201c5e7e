import { wordsOf } from '../../../text/words.js';
import type { AuditText } from '../audit-text.js';

const OPENING = 3;
const PREFIX = 5;

/**
 * The posts (of a review report: the passes) that a source text was joined from. A post's line begins with its title and
 * its summary, which its text repeats, so that only the text is kept; where no line repeats its opening, each line is a
 * post.
 */
export function sourcePosts({ kind, source }: Pick<AuditText, 'kind' | 'source'>): readonly string[] {
  if (kind === 'review_reports') return source.split(/\n\s*\n/u);
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  const posts: string[] = [];
  for (const line of lines) {
    const at = textStart(line);
    if (at > 0 || posts.length === 0) posts.push(line.slice(at));
    else posts.push(`${posts.pop() ?? ''}\n${line}`);
  }
  return posts.length > 1 ? posts : lines;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Where the text begins in a line that begins with its title: the opening words come again. 0 when they do not. */
function textStart(line: string): number {
  const found = [...line.toLowerCase().matchAll(WORD)];
  const words = found.map(([word]) => word);
  const again = words.findIndex((_, at) => at > 0 && opensAt(words, at));
  return again < OPENING ? 0 : (found[again]?.index ?? 0);
}

function opensAt(words: readonly string[], at: number): boolean {
  return at + OPENING <= words.length && words.slice(0, OPENING).every((word, index) => words[at + index] === word);
}

/** Which of the posts shares most words with a text: its index. */
export function closestPost(posts: readonly string[], text: string): number {
  const wanted = [...prefixes(text)];
  const shared = posts.map((post) => {
    const found = prefixes(post);
    return wanted.filter((prefix) => found.has(prefix)).length;
  });
  return shared.indexOf(Math.max(...shared));
}

/** Beginnings of the longer words: enough to know a word again in another case. */
export function prefixes(text: string): ReadonlySet<string> {
  const words = wordsOf(text).filter((word) => word.length >= 4);
  return new Set(words.map((word) => word.slice(0, PREFIX)));
}
