import type { Logger } from '../../application/ports/logger.port.js';
import type { MetricsPort } from '../../application/ports/metrics.port.js';
import type { ProgressReporter } from '../../application/ports/progress.port.js';
import type { Settings } from '../../application/ports/settings.port.js';
import type { CommandServices } from './command-services.js';
import type { Output } from './output/output.js';

/** Everything that a command may use. */
export interface CommandContext {
  readonly settings: Settings;
  /** Use cases, built when they are asked for. */
  readonly services: CommandServices;
  /** The only way to write to standard output. */
  readonly output: Output;
  readonly progress: ProgressReporter;
  readonly logger: Logger;
  readonly metrics: MetricsPort;
  /** Aborted by Ctrl-C or a termination signal: finish the step at hand and return. */
  readonly signal: AbortSignal;
}
