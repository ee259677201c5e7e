import 'reflect-metadata';
import { Container } from 'inversify';
import type { Settings } from '../application/ports/settings.port.js';
import { benchmarkModule } from './modules/benchmark.module.js';
import { datasetModule } from './modules/dataset.module.js';
import { exportModule } from './modules/export.module.js';
import { exportVerifyModule } from './modules/export-verify.module.js';
import { filesModule } from './modules/files.module.js';
import { judgeAuditModule } from './modules/judge-audit.module.js';
import { judgesModule } from './modules/judges.module.js';
import { observabilityModule } from './modules/observability.module.js';
import { pilotModule } from './modules/pilot.module.js';
import { sourceModule } from './modules/source.module.js';
import { statisticsModule } from './modules/statistics.module.js';
import { storeModule } from './modules/store.module.js';
import { storedRunsModule } from './modules/stored-runs.module.js';
import { systemModule } from './modules/system.module.js';
import { transferModule } from './modules/transfer.module.js';
import type { ServiceMap, ServiceName } from './service-map.js';
import { ShutdownSequence } from './shutdown.js';
import { TOKENS } from './tokens.js';

/** Services that stand in for the product's own: your store, your MongoDB client, your clock. */
export type ServiceOverrides = Partial<ServiceMap>;

/** The services of one process. */
export interface EtalonContainer {
  /** A service by its name, built (with what it needs) when it is asked for first. */
  get<N extends ServiceName>(name: N): Promise<ServiceMap[N]>;
  /** Flushes and closes everything that was built, in order; overrides stay open, they are yours. */
  close(): Promise<void>;
}

const MODULES = [
  systemModule,
  observabilityModule,
  filesModule,
  storeModule,
  sourceModule,
  datasetModule,
  exportModule,
  judgesModule,
  exportVerifyModule,
  benchmarkModule,
  judgeAuditModule,
  storedRunsModule,
  pilotModule,
  statisticsModule,
  transferModule,
];

/**
 * Wires the product.
 *
 * @param settings - from `loadSettings`.
 * @param overrides - by service name.
 * @example
 * const etalon = createContainer(await loadSettings({ env: process.env, cwd: process.cwd() }));
 * const clock = await etalon.get('clock');
 * await etalon.close();
 */
export function createContainer(settings: Settings, overrides: ServiceOverrides = {}): EtalonContainer {
  const container = new Container();
  container.load(...MODULES);
  container.bind(TOKENS.settings).toConstantValue(settings);
  container.bind(TOKENS.shutdown).toConstantValue(new ShutdownSequence());
  for (const [name, service] of Object.entries(overrides)) {
    container.rebind<unknown>(TOKENS[name as ServiceName]).toConstantValue(service);
  }
  return {
    get: async (name) => container.getAsync(TOKENS[name]),
    close: async () => container.get(TOKENS.shutdown).run(),
  };
}
