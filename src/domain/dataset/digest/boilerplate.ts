import type { PostLine } from './post-line.js';

const FEWEST_POSTS = 3;

/**
 * Lines that a channel puts under many of its posts (sign-offs, calls to subscribe, rubrics): those that stand word
 * for word in at least three posts of the day.
 */
export function repeatedLines(posts: readonly (readonly PostLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of posts)
    for (const text of new Set(lines.map((line) => line.text))) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= FEWEST_POSTS).map(([text]) => text));
}
