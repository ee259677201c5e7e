import type { Channel } from '../../../domain/dataset/channel.js';
import type { Post } from '../../../domain/dataset/post.js';
import type { CalendarDay } from '../../../domain/time/calendar-day.js';
import type { SeedSpool, SpooledPost } from '../../ports/post-spool.port.js';

/** Posts a digest holds at most, and characters in all of them: a document must stay below 16 MiB. */
const MOST_POSTS = 1000;
const MOST_CHARACTERS = 5_000_000;

/** Fetches a day's posts as a digest keeps them; of a day with too many, as many as fit, spread over the day. */
export function dayPosts(spool: SeedSpool, channel: Channel, day: CalendarDay, most = MOST_POSTS): readonly Post[] {
  const posts = spool.posts(channel, day, most).map(asPost);
  const characters = posts.reduce(
    (sum, { title, summary, text }) => sum + title.length + summary.length + text.length,
    0,
  );
  if (characters <= MOST_CHARACTERS) return posts;
  return dayPosts(spool, channel, day, Math.floor((posts.length * MOST_CHARACTERS) / characters));
}

function asPost({ title, summary, text, messageId, date }: SpooledPost): Post {
  return { title, summary, text, messageId, date };
}
