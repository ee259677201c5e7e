import { backfillPosts } from '../../../domain/dataset/backfill/backfill-posts.js';
import type { Channel } from '../../../domain/dataset/channel.js';
import type { DayPlan } from '../../../domain/dataset/day-plan.js';
import { planDays } from '../../../domain/dataset/day-plan.js';
import type { CalendarDay } from '../../../domain/time/calendar-day.js';
import type { SeedSpool } from '../../ports/post-spool.port.js';
import type { RandomFactory } from '../../ports/random-factory.port.js';
import { dayPosts } from './day-posts.js';
import type { DayInput } from './sample-builder.js';
import type { ChannelAudit } from './seed-audit.js';
import type { SeedCommand } from './seed-command.js';

/** What records are built from. */
export interface BuildInput {
  readonly command: SeedCommand;
  readonly spool: SeedSpool;
  readonly audits: ReadonlyMap<Channel, ChannelAudit>;
  /** Days of each channel for which the store already has a digest that is not synthetic. */
  readonly storedReal: ReadonlyMap<string, ReadonlySet<CalendarDay>>;
}

/** Days that a backfill may draw from, the nearest first, and posts of each of them. */
const MOST_NEIGHBOURS = 4;
const NEIGHBOUR_POSTS = 20;
const NOTHING: ReadonlySet<CalendarDay> = new Set();

/** The days of a channel that get records, in order, with their posts: real ones, or filled up to reach the floor. */
export function* channelDays(input: BuildInput, channel: Channel, random: RandomFactory): Iterable<DayInput> {
  const counts = input.spool.days(channel);
  const plan = planOf(input, channel, counts, random);
  input.audits.get(channel)?.plan(plan);
  const filled = new Set(plan.backfill);
  for (const day of [...plan.real, ...plan.backfill].sort()) {
    if (filled.has(day)) yield backfilled(input, channel, day, random);
    else yield real(input, channel, day, counts.get(day) ?? 0);
  }
}

function planOf(
  { command, storedReal }: BuildInput,
  channel: Channel,
  posts: ReadonlyMap<CalendarDay, number>,
  random: RandomFactory,
): DayPlan {
  const days = command.window.list();
  const stored = storedReal.get(channel) ?? NOTHING;
  const stream = random.seeded(command.seed, `days ${channel}`);
  return planDays({ days, posts, storedReal: stored, floor: command.floor }, stream);
}

function real({ spool, audits }: BuildInput, channel: Channel, day: CalendarDay, total: number): DayInput {
  const posts = dayPosts(spool, channel, day);
  const leftOut = total - posts.length;
  if (leftOut > 0) audits.get(channel)?.overLimit(day, leftOut);
  return { channel, day, posts, provenance: 'imported' };
}

function backfilled(
  { command, spool }: BuildInput,
  channel: Channel,
  day: CalendarDay,
  random: RandomFactory,
): DayInput {
  const realPosts = dayPosts(spool, channel, day);
  const neighbours = neighboursOf(spool, channel, day).flatMap((other) =>
    dayPosts(spool, channel, other, NEIGHBOUR_POSTS).map((post) => ({ day: other, post })),
  );
  const stream = random.seeded(command.seed, `posts ${channel} ${day}`);
  const posts = backfillPosts({ channel, day, realPosts, neighbours, random: stream });
  return { channel, day, posts, provenance: 'synthetic' };
}

/** Earlier days: news told again cannot come from the future. Later ones only where there is no earlier day at all. */
function neighboursOf(spool: SeedSpool, channel: Channel, day: CalendarDay): readonly CalendarDay[] {
  const days = [...spool.days(channel).keys()];
  const earlier = days.filter((other) => other < day).sort();
  const later = days.filter((other) => other > day).sort();
  return earlier.length > 0 ? earlier.slice(-MOST_NEIGHBOURS).reverse() : later.slice(0, MOST_NEIGHBOURS);
}
