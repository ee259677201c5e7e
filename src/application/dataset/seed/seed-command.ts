import type { Channel } from '../../../domain/dataset/channel.js';
import type { TimeWindow } from '../../../domain/time/time-window.js';

/** What a seed is asked to do. */
export interface SeedCommand {
  /** The data set's name. */
  readonly name: string;
  /** The export: a folder or a file. */
  readonly path: string;
  readonly window: TimeWindow;
  /** Records of each kind that every channel must reach; at most the days of the window. */
  readonly floor: number;
  /** The channels to take; empty for all that the export holds. */
  readonly channels: readonly Channel[];
  /** Handles for chats whose folder is not named like one, by chat id. */
  readonly channelNames: ReadonlyMap<string, Channel>;
  readonly seed: number;
  readonly digester: 'extractive' | 'llm';
  /** Stores the good records when some break rules. */
  readonly keepGoing: boolean;
  /** Ends the seed between two records when it is aborted. */
  readonly signal?: { readonly aborted: boolean };
}
