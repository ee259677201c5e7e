import type { DatasetRepository } from '#etalon/application/ports/dataset.repository.port.js';
import type { RunRepository } from '#etalon/application/ports/run.repository.port.js';
import type {
  DayCount,
  SampleOrder,
  SampleQuery,
  SampleRepository,
  UpsertCounts,
} from '#etalon/application/ports/sample.repository.port.js';
import type { StoreSnapshot } from '#etalon/application/ports/store-snapshot.port.js';
import type { StoreLock } from '#etalon/application/ports/store-lock.port.js';
import type { Store, StoreProvider } from '#etalon/application/ports/store.port.js';
import type { BenchmarkDataset } from '#etalon/domain/dataset/benchmark-dataset.js';
import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import type { JudgeScores } from '#etalon/domain/dataset/judge-scores.js';
import type { ReviewReportSample } from '#etalon/domain/dataset/review-report-sample.js';
import type { Sample } from '#etalon/domain/dataset/sample.js';
import { canonicalJson } from '#etalon/domain/shared/canonical-json.js';
import type { JsonValue } from '#etalon/domain/shared/json-value.js';
import type { TimeWindow } from '#etalon/domain/time/time-window.js';

/** The documents of one kind, kept in memory. */
export class MemorySampleRepository<S extends Sample> implements SampleRepository<S> {
  readonly #samples = new Map<string, S>();

  upsertMany(samples: readonly S[]): Promise<UpsertCounts> {
    const counts = { inserted: 0, updated: 0, unchanged: 0 };
    for (const sample of samples) counts[this.#put(sample)] += 1;
    return Promise.resolve(counts);
  }

  saveScores(scores: ReadonlyMap<string, JudgeScores>): Promise<number> {
    const open = [...scores].flatMap(([id, judge]) => {
      const sample = this.#samples.get(id);
      return sample === undefined || sample.judge !== undefined ? [] : [{ ...sample, judge }];
    });
    for (const sample of open) this.#samples.set(sample.id, sample);
    return Promise.resolve(open.length);
  }

  #put(sample: S): keyof UpsertCounts {
    const known = this.#samples.get(sample.id);
    this.#samples.set(sample.id, structuredClone(sample));
    if (known === undefined) return 'inserted';
    const [before, after] = [known, sample].map((one) => canonicalJson(one as unknown as JsonValue));
    return before === after ? 'unchanged' : 'updated';
  }

  async *stream(query: SampleQuery, order: SampleOrder): AsyncIterable<S> {
    await Promise.resolve();
    yield* [...this.#found(query)].sort((a, b) => compare(a, b, order));
  }

  countByDay(query: SampleQuery, window: TimeWindow): Promise<readonly DayCount[]> {
    const counts = new Map<string, DayCount>();
    for (const { channel, createdAt, metadata } of this.#found(query)) {
      const { provenance } = metadata;
      const day = window.zone.dayOf(createdAt);
      const key = `${channel} ${day} ${provenance}`;
      counts.set(key, { channel, day, provenance, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    return Promise.resolve([...counts].sort(([a], [b]) => bytes(a, b)).map(([, count]) => count));
  }

  span(query: SampleQuery): ReturnType<SampleRepository<S>['span']> {
    const times = this.#found(query).map(({ createdAt }) => createdAt);
    const found =
      times.length === 0 ? undefined : { first: Math.min(...times), last: Math.max(...times), count: times.length };
    return Promise.resolve(found);
  }

  channels(): Promise<readonly string[]> {
    return Promise.resolve([...new Set(this.#found({}).map(({ channel }) => channel))].sort());
  }

  findMany(ids: readonly string[]): Promise<ReadonlyMap<string, S>> {
    const found = ids.flatMap((id) => {
      const sample = this.#samples.get(id);
      return sample === undefined ? [] : [[id, sample] as const];
    });
    return Promise.resolve(new Map(found));
  }

  deleteMany(ids: readonly string[]): Promise<number> {
    return Promise.resolve(ids.filter((id) => this.#samples.delete(id)).length);
  }

  #found(query: SampleQuery): readonly S[] {
    return [...this.#samples.values()].filter((sample) => fits(sample, query));
  }
}

function fits({ channel, createdAt, language, metadata }: Sample, query: SampleQuery): boolean {
  return (
    (query.channels?.includes(channel) ?? true) &&
    createdAt >= (query.from ?? -Infinity) &&
    createdAt <= (query.to ?? Infinity) &&
    language === (query.language ?? language) &&
    !(query.realOnly === true && metadata.provenance === 'synthetic')
  );
}

function compare(a: Sample, b: Sample, order: SampleOrder): number {
  const byChannel = order === 'channel' ? bytes(a.channel, b.channel) : 0;
  return byChannel || a.createdAt - b.createdAt || bytes(a.id, b.id);
}

function bytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

class MemoryDatasetRepository implements DatasetRepository {
  readonly #records = new Map<string, BenchmarkDataset>();

  find(name: string): Promise<BenchmarkDataset | undefined> {
    return Promise.resolve(this.#records.get(name));
  }

  list(): Promise<readonly BenchmarkDataset[]> {
    return Promise.resolve([...this.#records.values()].sort((a, b) => bytes(a.name, b.name)));
  }

  save(dataset: BenchmarkDataset): Promise<void> {
    this.#records.set(dataset.name, dataset);
    return Promise.resolve();
  }

  remove(name: string): Promise<boolean> {
    return Promise.resolve(this.#records.delete(name));
  }
}

/** A store in memory for one process: digests, review reports and records of data sets. */
export class MemoryStore implements Store, StoreProvider {
  readonly kind = 'sqlite';
  readonly location = 'memory';
  readonly digests = new MemorySampleRepository<DigestSample>();
  readonly reviewReports = new MemorySampleRepository<ReviewReportSample>();
  readonly datasets = new MemoryDatasetRepository();
  readonly lock: StoreLock = {
    hold: (_, work) => work({ assertHeld: () => Promise.resolve() }),
  };

  runLock(): StoreLock {
    return this.lock;
  }

  get documents(): Store['documents'] {
    throw new Error('This store is not copied');
  }

  get runs(): RunRepository {
    throw new Error('This store keeps no runs');
  }

  open(): Promise<Store> {
    return Promise.resolve(this);
  }

  openExisting(): Promise<Store | undefined> {
    return Promise.resolve(this);
  }

  snapshot(): Promise<StoreSnapshot> {
    const { kind, digests, reviewReports, datasets } = this;
    const [watch, close] = [() => Promise.resolve(), () => Promise.resolve()];
    return Promise.resolve({
      kind,
      digests,
      reviewReports,
      datasets,
      watch,
      close,
      unchanged: () => Promise.resolve(true),
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
