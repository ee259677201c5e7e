import type { CalendarDay } from '../../time/calendar-day.js';
import type { Post } from '../post.js';

/** A post of another day of the same channel, from which a gap may be filled. */
export interface NeighbourPost {
  readonly day: CalendarDay;
  readonly post: Post;
}
