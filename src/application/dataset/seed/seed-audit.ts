import type { Channel } from '../../../domain/dataset/channel.js';
import type { DayPlan } from '../../../domain/dataset/day-plan.js';
import type { DropReason } from '../../../domain/dataset/posts/drop-reason.js';
import type { JsonValue } from '../../../domain/shared/json-value.js';
import type { SkipReason } from '../../ports/post-source.port.js';

/** What became of one channel's messages and days. */
export class ChannelAudit {
  readonly #dropped = new Map<DropReason | SkipReason, number>();
  readonly #overLimit = new Map<string, number>();
  messages = 0;
  #kept = 0;
  #edited = 0;
  #forwarded = 0;
  #plan: DayPlan = { real: [], backfill: [], empty: [] };

  constructor(
    readonly channel: Channel,
    readonly title: string,
  ) {}

  keep({ edited, forwarded }: { readonly edited: boolean; readonly forwarded: boolean }): void {
    this.#kept += 1;
    if (edited) this.#edited += 1;
    if (forwarded) this.#forwarded += 1;
  }

  drop(reason: DropReason | SkipReason): void {
    this.#dropped.set(reason, (this.#dropped.get(reason) ?? 0) + 1);
  }

  /** Records that a day has more posts than a digest can hold. */
  overLimit(day: string, leftOut: number): void {
    this.#overLimit.set(day, leftOut);
  }

  plan(plan: DayPlan): void {
    this.#plan = plan;
  }

  document(): JsonValue {
    const { real, backfill, empty } = this.#plan;
    return {
      channel: this.channel,
      title: this.title,
      messages: this.messages,
      kept: this.#kept,
      kept_edited: this.#edited,
      kept_forwarded: this.#forwarded,
      dropped: sorted(this.#dropped),
      posts_over_limit: sorted(this.#overLimit),
      days: { real: real.length, backfilled: backfill, empty },
    };
  }
}

function sorted(counts: ReadonlyMap<string, number>): JsonValue {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
