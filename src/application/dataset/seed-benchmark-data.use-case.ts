import { SeedRun } from './seed/seed-run.js';
import type { SeedCommand } from './seed/seed-command.js';
import type { SeedOutcome } from './seed/seed-outcome.js';
import type { SeedPorts } from './seed/seed-ports.js';

const MS_PER_SECOND = 1000;

/**
 * Seeds a benchmark data set from channel history: imports posts, digests and reviews each day, fills gaps with marked
 * synthetic records up to the floor, validates, stores, counts twice, and writes a snapshot.
 *
 * The same input, seed and configuration leave the same documents, however often it runs and wherever it was killed
 * before. Nothing is written to the store until everything has been read and validated.
 */
export class SeedBenchmarkDataUseCase {
  constructor(private readonly ports: SeedPorts) {}

  /**
   * @throws SOURCE_* for what is wrong with the export; DATASET_RECORDS_INVALID when records break rules and the command
   *   does not say to keep going; STORE_LOCKED when another process writes; LLM_* from the LLM digester; INTERRUPTED.
   */
  async execute(command: SeedCommand): Promise<SeedOutcome> {
    const attributes = { dataset: command.name, digester: command.digester, days: command.window.days };
    return this.ports.tracer.span('dataset.seed', attributes, async () => {
      const begun = this.ports.clock.monotonic();
      const outcome = await this.#run(command);
      return { ...outcome, durationSeconds: (this.ports.clock.monotonic() - begun) / MS_PER_SECOND };
    });
  }

  /** What cannot work at all is refused before the first file is made. */
  async #run(command: SeedCommand): Promise<Omit<SeedOutcome, 'durationSeconds'>> {
    const digester = this.ports.digesters.named(command.digester);
    await this.ports.source.size(command.path);
    const spool = await this.ports.spools.open();
    try {
      return await new SeedRun({ ...this.ports, digester }, command, spool).run();
    } finally {
      await spool.discard();
    }
  }
}
