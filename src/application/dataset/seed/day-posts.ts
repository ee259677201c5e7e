import type { Channel } from '../../../domain/dataset/channel.js';
import type { Post } from '../../../domain/dataset/post.js';
import type { CalendarDay } from '../../../domain/time/calendar-day.js';
import type { SeedSpool, SpooledPost } from '../../ports/post-spool.port.js';

/** Posts a digest holds at most, and characters in all of them: a document must stay well below 16 MiB. */
const MOST_POSTS = 1000;
const MOST_CHARACTERS = 4_000_000;

/** Fetches a day's posts as a digest keeps them; of a day with too many, as many as fit, spread over the day. */
export function dayPosts(spool: SeedSpool, channel: Channel, day: CalendarDay, most = MOST_POSTS): readonly Post[] {
  const posts: Post[] = [];
  let characters = 0;
  for (const spooled of spool.posts(channel, day, most)) {
    characters += spooled.title.length + spooled.summary.length + spooled.text.length;
    if (characters > MOST_CHARACTERS) break;
    posts.push(asPost(spooled));
  }
  return posts;
}

function asPost({ title, summary, text, messageId, date }: SpooledPost): Post {
  return { title, summary, text, messageId, date };
}
