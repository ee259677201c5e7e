import type {
  BenchmarkDataset,
  DayCount,
  DigestSample,
  JudgeScores,
  ReviewReportSample,
  RunRepository,
  Sample,
  SampleQuery,
  SampleRepository,
  Store,
  StoreProvider,
  TimeWindow,
  UpsertCounts,
} from 'etalon';
import { canonicalJson, sampleContent } from 'etalon';

/** A repository of one's own: documents in memory. A real one would keep them where the application keeps its data. */
class MemoryRepository<S extends Sample> implements SampleRepository<S> {
  readonly #samples = new Map<string, S>();

  upsertMany(samples: readonly S[]): Promise<UpsertCounts> {
    const counts = { inserted: 0, updated: 0, unchanged: 0 };
    for (const sample of samples) {
      const known = this.#samples.get(sample.id);
      counts[known === undefined ? 'inserted' : sameContent(known, sample) ? 'unchanged' : 'updated'] += 1;
      this.#samples.set(sample.id, sample);
    }
    return Promise.resolve(counts);
  }

  saveScores(scores: ReadonlyMap<string, JudgeScores>): Promise<number> {
    let written = 0;
    for (const [id, judge] of scores) {
      const sample = this.#samples.get(id);
      if (sample === undefined || sample.judge !== undefined) continue;
      this.#samples.set(id, { ...sample, judge });
      written += 1;
    }
    return Promise.resolve(written);
  }

  async *stream(query: SampleQuery, order: 'channel' | 'time'): AsyncIterable<S> {
    yield* this.#find(query).sort(
      (a, b) =>
        (order === 'channel' ? compare(a.channel, b.channel) : 0) || a.createdAt - b.createdAt || compare(a.id, b.id),
    );
  }

  countByDay(query: SampleQuery, window: TimeWindow): Promise<readonly DayCount[]> {
    const counts = new Map<string, DayCount>();
    for (const { channel, createdAt, metadata } of this.#find(query)) {
      const { provenance } = metadata;
      const day = window.zone.dayOf(createdAt);
      const key = [channel, day, provenance].join(' ');
      counts.set(key, { channel, day, provenance, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    return Promise.resolve([...counts].sort(([a], [b]) => compare(a, b)).map(([, count]) => count));
  }

  span(query: SampleQuery): ReturnType<SampleRepository<S>['span']> {
    const times = this.#find(query).map(({ createdAt }) => createdAt);
    const [first, last, count] = [Math.min(...times), Math.max(...times), times.length];
    return Promise.resolve(count === 0 ? undefined : { first, last, count });
  }

  channels(): Promise<readonly string[]> {
    return Promise.resolve([...new Set([...this.#samples.values()].map(({ channel }) => channel))].sort());
  }

  findMany(ids: readonly string[]): Promise<ReadonlyMap<string, S>> {
    return Promise.resolve(new Map([...this.#samples].filter(([id]) => ids.includes(id))));
  }

  deleteMany(ids: readonly string[]): Promise<number> {
    return Promise.resolve(ids.filter((id) => this.#samples.delete(id)).length);
  }

  #find({ channels, from, to, language, realOnly }: SampleQuery): S[] {
    return [...this.#samples.values()].filter(
      (sample) =>
        (channels?.includes(sample.channel) ?? true) &&
        sample.createdAt >= (from ?? -Infinity) &&
        sample.createdAt <= (to ?? Infinity) &&
        sample.language === (language ?? sample.language) &&
        !(realOnly === true && sample.metadata.provenance === 'synthetic'),
    );
  }
}

/** Everything that the use cases keep, in memory. */
export class MemoryStore implements Store, StoreProvider {
  readonly kind = 'sqlite';
  readonly location = 'memory';
  readonly digests = new MemoryRepository<DigestSample>();
  readonly reviewReports = new MemoryRepository<ReviewReportSample>();
  readonly #datasets = new Map<string, BenchmarkDataset>();

  readonly datasets: Store['datasets'] = {
    find: (name) => Promise.resolve(this.#datasets.get(name)),
    list: () => Promise.resolve([...this.#datasets.values()]),
    save: (dataset) => Promise.resolve(void this.#datasets.set(dataset.name, dataset)),
    remove: (name) => Promise.resolve(this.#datasets.delete(name)),
  };

  /** One process, so nobody else can hold it. */
  readonly lock: Store['lock'] = { hold: (_purpose, work) => work({ assertHeld: () => Promise.resolve() }) };

  get documents(): Store['documents'] {
    throw new Error('This application copies no stores and imports no documents.');
  }

  snapshot(): ReturnType<Store['snapshot']> {
    return Promise.reject(new Error('This application exports nothing.'));
  }

  runLock(): Store['lock'] {
    return this.lock;
  }

  get runs(): RunRepository {
    throw new Error('This application seeds data sets and runs no benchmarks.');
  }

  open(): Promise<Store> {
    return Promise.resolve(this);
  }

  openExisting(): Promise<Store> {
    return Promise.resolve(this);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function sameContent(a: Sample, b: Sample): boolean {
  return canonicalJson(sampleContent(a)) === canonicalJson(sampleContent(b));
}

/** By UTF-8 bytes, as the port asks. */
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
