import type { Channel } from '../../domain/dataset/channel.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import type { Instant } from '../../domain/time/instant.js';

/** One message of a channel's history, its entities already flattened to Markdown. */
export interface SourcePost {
  readonly channel: Channel;
  readonly messageId: number;
  readonly date: Instant;
  readonly markdown: string;
  readonly edited: boolean;
  readonly forwarded: boolean;
}

/** Why a message of an export is not a post. */
export type SkipReason = 'service' | 'poll' | 'media_without_text' | 'empty' | 'implausible_date';

/** What a source finds, in the order of its files. */
export type SourceEvent =
  | { readonly type: 'channel'; readonly channel: Channel; readonly title: string; readonly file: string }
  | { readonly type: 'post'; readonly post: SourcePost }
  | { readonly type: 'skipped'; readonly channel: Channel; readonly reason: SkipReason };

export interface SourceOptions {
  /** Handles for chats whose folder is not named like one, by the chat's id. */
  readonly channelNames: ReadonlyMap<string, Channel>;
  /** The channels that are wanted, empty for all: chats beside them need no handle. All are read that have one. */
  readonly channels?: readonly Channel[];
  /** Reads `date` (local time) where a message has no `date_unixtime`. */
  readonly zone: TimeZone;
  /** Told how many bytes were read since the last call. */
  readonly onBytes?: (count: number) => void;
}

/**
 * A history to seed from.
 *
 * Errors: SOURCE_NOT_FOUND, SOURCE_EMPTY, SOURCE_UNREADABLE, SOURCE_MALFORMED (path and byte offset),
 * SOURCE_CHANNEL_UNNAMED.
 */
export interface PostSource {
  /** The size of everything under `path`, in bytes; fails when there is nothing to read. */
  size(path: string): Promise<number>;
  /** Reads everything as a stream: memory does not grow with the size of the files. */
  read(path: string, options: SourceOptions): AsyncIterable<SourceEvent>;
}
