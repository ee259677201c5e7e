import type { Post } from '../post.js';
import { fieldsOf, isText } from './common-rules.js';
import { readsRussian } from './reads-russian.js';
import type { ValidationTools } from './validation-tools.js';

/** How many posts are Russian, counted up to `enough`: a day of a thousand posts is not read to its end. */
export function russianPostsUpTo(enough: number, posts: readonly Post[], tools: ValidationTools): number {
  let count = 0;
  for (const post of posts) {
    if (count === enough) break;
    if (readsRussian(textOf(post), tools)) count += 1;
  }
  return count;
}

/** Data from outside may lack any of them. */
function textOf(post: unknown): string {
  const { title, summary, text } = fieldsOf(post);
  return [text, title, summary].find(isText) ?? '';
}
