import type { Clock } from '../../ports/clock.port.js';
import type { Digester, DigesterRegistry } from '../../ports/digester.port.js';
import type { Hasher } from '../../ports/hasher.port.js';
import type { Logger } from '../../ports/logger.port.js';
import type { MetricsPort } from '../../ports/metrics.port.js';
import type { PostSource } from '../../ports/post-source.port.js';
import type { SeedSpoolFactory } from '../../ports/post-spool.port.js';
import type { ProgressReporter } from '../../ports/progress.port.js';
import type { DataPaths, FilePublisher } from '../../ports/publisher.port.js';
import type { RandomFactory } from '../../ports/random-factory.port.js';
import type { StoreProvider } from '../../ports/store.port.js';
import type { TextTools } from '../../ports/text-tools.port.js';
import type { Tracer } from '../../ports/tracer.port.js';

/** Everything that a seed works with. */
export interface SeedPorts {
  readonly source: PostSource;
  readonly spools: SeedSpoolFactory;
  readonly stores: StoreProvider;
  readonly digesters: DigesterRegistry;
  readonly textTools: TextTools;
  readonly clock: Clock;
  readonly random: RandomFactory;
  readonly hasher: Hasher;
  readonly publisher: FilePublisher;
  readonly paths: DataPaths;
  readonly progress: ProgressReporter;
  readonly logger: Logger;
  readonly metrics: MetricsPort;
  readonly tracer: Tracer;
}

/** The ports of one seed, with the digester that it was told to use. */
export type SeedRunPorts = SeedPorts & { readonly digester: Digester };
