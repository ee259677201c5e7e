import type { BenchmarkDataset } from '../../../domain/dataset/benchmark-dataset.js';
import type { DatasetReport, RejectedRecord } from '../../../domain/dataset/coverage/dataset-report.js';
import type { CalendarDay } from '../../../domain/time/calendar-day.js';
import type { Digester } from '../../ports/digester.port.js';
import type { SeedSpool } from '../../ports/post-spool.port.js';
import type { HeldLock } from '../../ports/store-lock.port.js';
import type { Store } from '../../ports/store.port.js';
import { countDataset } from '../count/count-dataset.js';
import { sampleCheck } from '../count/sample-check.js';
import { isSound } from '../is-sound.js';
import { RecordBuild } from './build-records.js';
import { checkImport, refuseRejected } from './import-checks.js';
import type { ImportResult } from './import-posts.js';
import { PostImport } from './import-posts.js';
import type { ChannelAudit } from './seed-audit.js';
import type { SeedCommand } from './seed-command.js';
import { countSeeded, gaugeHoldings } from './seed-metrics.js';
import type { SeedOutcome } from './seed-outcome.js';
import type { SeedPorts } from './seed-ports.js';
import { publishSnapshot } from './seed-snapshot.js';
import type { OnWritten } from './write-records.js';
import { writeRecords } from './write-records.js';

type Outcome = Omit<SeedOutcome, 'durationSeconds'>;
type Rejected = readonly RejectedRecord[];
type Audits = readonly ChannelAudit[];

/** One seed, step by step: import, build, store, count, snapshot. */
export class SeedRun {
  constructor(
    private readonly ports: SeedPorts & { readonly digester: Digester },
    private readonly command: SeedCommand,
    private readonly spool: SeedSpool,
  ) {}

  async run(): Promise<Outcome> {
    const { ports, command, spool } = this;
    const imported = await this.#step('import', () => new PostImport(ports, command, spool).run());
    checkImport(command, imported);
    const storedReal = await this.#storedReal([...imported.audits.keys()]);
    const input = { command, spool, audits: imported.audits, storedReal };
    const rejected = await this.#step('build', () => new RecordBuild(ports, input).run());
    refuseRejected(command, rejected);
    const store = await ports.stores.open();
    return this.#step('store', () => store.lock.hold('seed', (held) => this.#store(store, held, imported, rejected)));
  }

  async #store(store: Store, held: HeldLock, { audits }: ImportResult, rejected: Rejected): Promise<Outcome> {
    const dataset = this.#record([...audits.keys()].sort());
    const interrupted = (await store.datasets.find(dataset.name))?.status === 'seeding';
    await store.datasets.save(dataset);
    const onWritten: OnWritten = (samples) => {
      countSeeded(this.ports.metrics, samples);
    };
    const counts = await writeRecords(this.spool, { store, held, onWritten });
    const report = withRejected(await this.#count(store, dataset), rejected);
    const snapshot = await this.#complete(store, dataset, report, [...audits.values()]);
    return { report, ...counts, resumed: interrupted ? counts.unchanged : 0, snapshot, ok: isSound(report) };
  }

  /** The data set counts as complete when its snapshot is written. */
  async #complete(store: Store, dataset: BenchmarkDataset, report: DatasetReport, audits: Audits): Promise<string> {
    const snapshot = await publishSnapshot(this.ports, this.command, report, audits);
    const { datasetHash, scoresHash } = report;
    await store.datasets.save({ ...dataset, status: 'complete', datasetHash, scoresHash });
    gaugeHoldings(this.ports.metrics, report);
    return snapshot;
  }

  #count(store: Store, dataset: BenchmarkDataset): Promise<DatasetReport> {
    const check = sampleCheck(this.command.window, this.ports.textTools);
    return countDataset(store, dataset, { hasher: this.ports.hasher, check });
  }

  /** A synthetic record never stands in for one that is not: days that have one count as covered. */
  async #storedReal(channels: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<CalendarDay>>> {
    const { window } = this.command;
    const store = await this.ports.stores.openExisting();
    const query = { channels, from: window.start, to: window.end };
    const days = new Map<string, Set<CalendarDay>>(channels.map((channel) => [channel, new Set()]));
    for (const { channel, day, provenance } of (await store?.digests.countByDay(query, window)) ?? []) {
      if (provenance !== 'synthetic') days.get(channel)?.add(day);
    }
    return days;
  }

  // eslint-disable-next-line max-lines-per-function -- a builder: one line a field
  #record(channels: readonly string[]): BenchmarkDataset {
    const { name, window, floor, seed } = this.command;
    const { digester, clock } = this.ports;
    return {
      name,
      origin: 'seeded',
      status: 'seeding',
      firstDay: window.first,
      lastDay: window.last,
      timezone: window.zone.name,
      channels,
      floor,
      seed,
      digester: { name: digester.name, version: digester.version },
      datasetHash: null,
      scoresHash: null,
      updatedAt: clock.now(),
    };
  }

  #step<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.ports.logger.info(`seed: ${name}`, { dataset: this.command.name });
    return this.ports.tracer.span(`dataset.seed.${name}`, { dataset: this.command.name }, work);
  }
}

function withRejected(report: DatasetReport, refused: readonly RejectedRecord[]): DatasetReport {
  const rejected = [...refused, ...report.rejected];
  return { ...report, rejected, totals: { ...report.totals, rejected: rejected.length } };
}
