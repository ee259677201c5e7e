import type { Settings } from '../application/ports/settings.port.js';
import { loadSettings } from '../infrastructure/config/load-settings.js';
import { CliProgress } from '../infrastructure/progress/cli-progress.js';
import { keepHeapLean } from '../infrastructure/system/lean-heap.js';
import { SystemClock } from '../infrastructure/system/system-clock.js';
import type { RuntimeFactory, RuntimeRequest } from '../presentation/cli/cli-runtime.js';
import type { EtalonContainer, ServiceOverrides } from './create-container.js';
import { createContainer } from './create-container.js';

/** Reads the settings and builds what a command runs in. */
export const createCliRuntime: RuntimeFactory = async (request) => {
  keepHeapLean();
  const settings = await settingsOf(request);
  const container = createContainer(settings, progressFor(request));
  const [progress, logger, metrics] = await Promise.all([
    container.get('progress'),
    container.get('logger'),
    container.get('metrics'),
  ]);
  await registerMetricsFile(container, settings, request.globals.metricsFile);
  const { output, signal } = request;
  const context = { settings, services: container, output, progress, logger, metrics, signal };
  return { context, shutdown: () => container.close() };
};

function progressFor({ interactive }: RuntimeRequest): ServiceOverrides {
  return interactive ? { progress: new CliProgress(new SystemClock(), process.stderr) } : {};
}

/** Metrics are written when the command ends, however it ends. */
async function registerMetricsFile(
  container: EtalonContainer,
  { metricsFile }: Settings,
  /** As the command line named it: only there a separator at the end still shows. */
  named: string | undefined,
): Promise<void> {
  if (metricsFile === null) return;
  const path = named?.endsWith('/') === true ? named : metricsFile;
  await (await container.get('outputGuard')).assertWritable({ path, option: '--metrics-file' });
  const [shutdown, publisher, metrics] = await Promise.all([
    container.get('shutdown'),
    container.get('publisher'),
    container.get('metrics'),
  ]);
  shutdown.register('flush', 'metrics file', async () => publisher.publish(metricsFile, await metrics.exposition()));
}

function settingsOf({ globals, env, cwd }: RuntimeRequest): Promise<Settings> {
  return loadSettings({
    env,
    cwd,
    configFile: globals.config,
    flags: {
      data_dir: globals.dataDir,
      docs_dir: globals.docsDir,
      config_dir: globals.configDir,
      metrics_file: globals.metricsFile,
      log_level: globals.logLevel,
    },
  });
}
