import type { Clock } from '../ports/clock.port.js';
import type { HardwareFactsPort } from '../ports/hardware-facts.port.js';
import type { Hasher } from '../ports/hasher.port.js';
import type { IdGenerator } from '../ports/id-generator.port.js';
import type { JudgePool } from '../ports/judge-pool.port.js';
import type { JudgeRegistry } from '../ports/judge.port.js';
import type { Logger } from '../ports/logger.port.js';
import type { MetricsPort } from '../ports/metrics.port.js';
import type { ProgressReporter } from '../ports/progress.port.js';
import type { DataPaths } from '../ports/publisher.port.js';
import type { RandomFactory } from '../ports/random-factory.port.js';
import type { SampleFiles } from '../ports/sample-files.port.js';
import type { ScenarioRepository } from '../ports/scenario.repository.port.js';
import type { StoreProvider } from '../ports/store.port.js';
import type { Tracer } from '../ports/tracer.port.js';

/** What a benchmark run needs from the world. */
export interface RunBenchmarkPorts {
  readonly scenarios: ScenarioRepository;
  readonly judges: JudgeRegistry;
  readonly pool: JudgePool;
  readonly files: SampleFiles;
  readonly paths: DataPaths;
  readonly stores: StoreProvider;
  readonly hasher: Hasher;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly random: RandomFactory;
  readonly hardware: HardwareFactsPort;
  readonly logger: Logger;
  readonly metrics: MetricsPort;
  readonly tracer: Tracer;
  readonly progress: ProgressReporter;
}

/** What a run records about the program itself. */
export interface RunBenchmarkSettings {
  /** The version of etalon. */
  readonly version: string;
  /** The commit of the working folder, where it is one of git's. */
  readonly gitCommit: string | null;
  /** The zone of days when neither the command nor a manifest names one. */
  readonly defaultTimezone: string;
}
