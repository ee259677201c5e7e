import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { SeedSpool, SpooledPost } from '../../application/ports/post-spool.port.js';
import type { Channel } from '../../domain/dataset/channel.js';
import type { Sample } from '../../domain/dataset/sample.js';
import type { CalendarDay } from '../../domain/time/calendar-day.js';
import { evenlySpread } from '../../domain/shared/evenly-spread.js';
import { rowBatches } from './row-batches.js';
import { withSpoolFaults } from './spool-faults.js';
import type { SpoolFolder } from './spool-folder.js';

/** A spool in a SQLite file of its own; see the port. */
export class SqliteSeedSpool implements SeedSpool {
  readonly #insertPost;
  readonly #selectPost;
  readonly #selectIds;
  readonly #insertRecord;
  readonly #selectRecords;
  #open = true;

  constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly folder: SpoolFolder,
  ) {
    const columns = 'channel, day, date, message_id, title, summary, text';
    this.#insertPost = database.prepare(`INSERT INTO posts (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`);
    this.#selectPost = database.prepare(`SELECT ${columns} FROM posts WHERE id = ?`);
    this.#selectIds = database.prepare(
      'SELECT id FROM posts WHERE channel = ? AND day = ? ORDER BY date, message_id, id',
    );
    this.#insertRecord = database.prepare('INSERT INTO records (kind, json) VALUES (?, ?)');
    this.#selectRecords = database.prepare(
      'SELECT id, json FROM records WHERE kind = ? AND id > ? ORDER BY id LIMIT 1',
    );
  }

  addPosts(posts: readonly SpooledPost[]): void {
    this.#guarded(() => {
      for (const { channel, day, date, messageId, title, summary, text } of posts)
        this.#insertPost.run(channel, day, date, messageId, title, summary, text);
    });
  }

  channels(): readonly Channel[] {
    const sql = 'SELECT DISTINCT channel FROM posts ORDER BY channel';
    const rows = this.#all(this.database.prepare(sql)) as readonly { channel: Channel }[];
    return rows.map(({ channel }) => channel);
  }

  days(channel: Channel): ReadonlyMap<CalendarDay, number> {
    const sql = 'SELECT day, count(*) AS posts FROM posts WHERE channel = ? GROUP BY day ORDER BY day';
    const rows = this.#all(this.database.prepare(sql), channel) as readonly {
      day: CalendarDay;
      posts: number;
    }[];
    return new Map(rows.map(({ day, posts }) => [day, posts]));
  }

  posts(channel: Channel, day: CalendarDay, limit: number): readonly SpooledPost[] {
    const ids = this.#all(this.#selectIds, channel, day) as readonly { id: number }[];
    return this.#guarded(() => evenlySpread(ids, limit).map(({ id }) => toPost(this.#selectPost.get(id) as PostRow)));
  }

  addRecord(sample: Sample): void {
    this.#guarded(() => this.#insertRecord.run(sample.kind, JSON.stringify(sample)));
  }

  records(kind: Sample['kind'], batchSize: number): Iterable<readonly Sample[]> {
    return rowBatches(this.#recordRows(kind), batchSize, ({ json }) => JSON.parse(json) as Sample);
  }

  /** A row a query: nothing stays open while a batch is dealt with, and records may be megabytes long. */
  *#recordRows(kind: Sample['kind']): Generator<RecordRow> {
    for (let last = 0; ;) {
      const [row] = this.#all(this.#selectRecords, kind, last) as readonly RecordRow[];
      if (row === undefined) return;
      last = row.id;
      yield row;
    }
  }

  async discard(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    this.database.close();
    await this.folder.remove();
  }

  #all(statement: StatementSyncInstance, ...values: readonly (string | number)[]): readonly unknown[] {
    return this.#guarded(() => statement.all(...values) as readonly unknown[]);
  }

  #guarded<T>(work: () => T): T {
    return withSpoolFaults(this.folder.path, work);
  }
}

interface RecordRow {
  readonly id: number;
  readonly json: string;
}

type PostRow = Omit<SpooledPost, 'messageId'> & { readonly message_id: number };

function toPost({ message_id: messageId, ...rest }: PostRow): SpooledPost {
  const { channel, day, date, title, summary, text } = rest;
  return { channel, day, date, messageId, title, summary, text };
}
