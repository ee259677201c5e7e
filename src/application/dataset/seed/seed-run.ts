import type { RejectedRecord } from '../../../domain/dataset/coverage/dataset-report.js';
import type { CalendarDay } from '../../../domain/time/calendar-day.js';
import type { SeedSpool } from '../../ports/post-spool.port.js';
import { RecordBuild } from './build-records.js';
import { checkImport, refuseRejected } from './import-checks.js';
import { PostImport } from './import-posts.js';
import type { SeedCommand } from './seed-command.js';
import type { SeedOutcome } from './seed-outcome.js';
import type { SeedRunPorts } from './seed-ports.js';
import { SeedStorage } from './seed-storage.js';

/** One seed, step by step: import, build, store. */
export class SeedRun {
  constructor(
    private readonly ports: SeedRunPorts,
    private readonly command: SeedCommand,
    private readonly spool: SeedSpool,
  ) {}

  async run(): Promise<Omit<SeedOutcome, 'durationSeconds'>> {
    const { ports, command, spool } = this;
    const imported = await this.#step('import', () => new PostImport(ports, command, spool).run());
    checkImport(command, imported);
    const storedReal = await this.#storedReal([...imported.audits.keys()]);
    const input = { command, spool, audits: imported.audits, storedReal };
    const rejected: readonly RejectedRecord[] = await this.#step('build', () => new RecordBuild(ports, input).run());
    refuseRejected(command, rejected);
    const store = await ports.stores.open();
    const storage = new SeedStorage(ports, command, spool);
    return this.#step('store', () =>
      store.lock.hold('seed', (held) => storage.run({ store, held, imported, rejected })),
    );
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

  #step<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.ports.logger.info(`seed: ${name}`, { dataset: this.command.name });
    return this.ports.tracer.span(`dataset.seed.${name}`, { dataset: this.command.name }, work);
  }
}
