import { wordsOf } from '../../../text/words.js';
import type { AuditText } from '../audit-text.js';

const OPENING = 3;
const PREFIX = 5;

/**
 * The posts (of a review report: the passes) that a source text was joined from. A post's line begins with its title,
 * which its text repeats; where no line repeats its opening, each line is a post.
 */
export function sourcePosts({ kind, source }: Pick<AuditText, 'kind' | 'source'>): readonly string[] {
  if (kind === 'review_reports') return source.split(/\n\s*\n/u);
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  if (!lines.some(opensPost)) return lines;
  const posts: string[] = [];
  for (const line of lines) {
    if (posts.length === 0 || opensPost(line)) posts.push(line);
    else posts.push(`${posts.pop() ?? ''}\n${line}`);
  }
  return posts;
}

function opensPost(line: string): boolean {
  const words = wordsOf(line);
  if (words.length < 2 * OPENING) return false;
  const text = words.join(' ');
  const opening = words.slice(0, OPENING).join(' ');
  return text.indexOf(opening, opening.length) > 0;
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
