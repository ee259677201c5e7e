import type { Channel } from '../../../domain/dataset/channel.js';
import { isAdvertising } from '../../../domain/dataset/posts/advertising.js';
import type { DropReason } from '../../../domain/dataset/posts/drop-reason.js';
import { DuplicateIndex } from '../../../domain/dataset/posts/duplicate-index.js';
import type { NormalisedPost } from '../../../domain/dataset/posts/normalise-post.js';
import { normalisePost } from '../../../domain/dataset/posts/normalise-post.js';
import { isRussian } from '../../../domain/text/russian.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { PostSource, SourceEvent, SourcePost } from '../../ports/post-source.port.js';
import type { SeedSpool, SpooledPost } from '../../ports/post-spool.port.js';
import type { ProgressReporter } from '../../ports/progress.port.js';
import type { TextTools } from '../../ports/text-tools.port.js';
import { throwIfInterrupted } from './interrupted.js';
import { ChannelAudit } from './seed-audit.js';
import type { SeedCommand } from './seed-command.js';

/** Small, so that posts are gone again before the collector takes them for long-lived. */
const SPOOL_BATCH = 20;
/** The beginning of a post is enough to tell its language. */
const LANGUAGE_PREFIX = 1000;

interface ImportPorts {
  readonly source: PostSource;
  readonly textTools: TextTools;
  readonly progress: ProgressReporter;
}

/** What an import went through. */
export interface ImportResult {
  /** By channel, those that the seed takes. */
  readonly audits: ReadonlyMap<Channel, ChannelAudit>;
  /** Every channel that the export holds. */
  readonly found: ReadonlySet<Channel>;
  /** Whether any post of the taken channels falls into the window, kept or not. */
  readonly inWindow: boolean;
  /** The first and the last post of the taken channels, whatever the window; `undefined` when there is none. */
  readonly period: { readonly first: Instant; readonly last: Instant } | undefined;
}

/** Reads an export as a stream and lets through, into the spool, the posts that a digest may be made from. */
export class PostImport {
  readonly #audits = new Map<Channel, ChannelAudit>();
  readonly #duplicates = new DuplicateIndex();
  readonly #found = new Set<Channel>();
  readonly #wanted: ReadonlySet<Channel>;
  #batch: SpooledPost[] = [];
  #first = Infinity;
  #last = -Infinity;
  #inWindow = false;

  constructor(
    private readonly ports: ImportPorts,
    private readonly command: SeedCommand,
    private readonly spool: SeedSpool,
  ) {
    this.#wanted = new Set(command.channels);
  }

  /** @throws the errors of the source; INTERRUPTED. */
  async run(): Promise<ImportResult> {
    const task = this.ports.progress.start('reading the export', await this.ports.source.size(this.command.path));
    try {
      await this.#readAll((bytes) => {
        task.advance(bytes);
      });
    } finally {
      task.finish();
    }
    const period = this.#first > this.#last ? undefined : { first: this.#first, last: this.#last };
    return { audits: this.#audits, found: this.#found, inWindow: this.#inWindow, period };
  }

  async #readAll(onBytes: (count: number) => void): Promise<void> {
    const { path, channelNames, channels, window, signal } = this.command;
    const options = { channelNames, channels, zone: window.zone, onBytes };
    for await (const event of this.ports.source.read(path, options)) {
      throwIfInterrupted(signal);
      this.#take(event);
    }
    this.#flush();
  }

  #take(event: SourceEvent): void {
    if (event.type === 'channel') {
      this.#found.add(event.channel);
      if (this.#isWanted(event.channel)) this.#open(event.channel, event.title);
      return;
    }
    const audit = this.#audits.get(event.type === 'post' ? event.post.channel : event.channel);
    if (audit === undefined) return;
    audit.messages += 1;
    if (event.type === 'skipped') audit.drop(event.reason);
    else this.#screen(event.post, audit);
  }

  #isWanted(channel: Channel): boolean {
    return this.#wanted.size === 0 || this.#wanted.has(channel);
  }

  #open(channel: Channel, title: string): void {
    if (this.#audits.has(channel)) return;
    this.#audits.set(channel, new ChannelAudit(channel, title));
  }

  #screen(post: SourcePost, audit: ChannelAudit): void {
    this.#first = Math.min(this.#first, post.date);
    this.#last = Math.max(this.#last, post.date);
    if (!this.command.window.contains(post.date)) {
      audit.drop('outside_window');
      return;
    }
    this.#inWindow = true;
    const normalised = normalisePost(post.markdown);
    const reason = this.#reasonAgainst(post, normalised);
    if (reason === undefined) this.#keep(post, normalised, audit);
    else audit.drop(reason);
  }

  #reasonAgainst(post: SourcePost, { title, text }: NormalisedPost): DropReason | 'empty' | undefined {
    if (title === '') return 'empty';
    if (isAdvertising(post.markdown, text)) return 'advertising';
    const detect = (sample: string): string => this.ports.textTools.detectLanguage(sample);
    if (!isRussian(text.slice(0, LANGUAGE_PREFIX), detect)) return 'not_russian';
    const likeness = this.#duplicates.add({ channel: post.channel, date: post.date, text });
    return likeness === 'new' ? undefined : likeness;
  }

  #keep(post: SourcePost, { title, summary, text }: NormalisedPost, audit: ChannelAudit): void {
    const { channel, date, messageId } = post;
    audit.keep(post);
    this.#batch.push({ channel, day: this.command.window.zone.dayOf(date), date, messageId, title, summary, text });
    if (this.#batch.length >= SPOOL_BATCH) this.#flush();
  }

  #flush(): void {
    this.spool.addPosts(this.#batch);
    this.#batch = [];
  }
}
