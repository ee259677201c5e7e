import type { CommandContext } from './command-context.js';
import type { GlobalOptions } from './global-options.js';
import type { Output } from './output/output.js';

/** What the composition root needs to build the runtime of a command. */
export interface RuntimeRequest {
  readonly globals: GlobalOptions;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly output: Output;
  /** Whether progress bars may be drawn. */
  readonly interactive: boolean;
  readonly signal: AbortSignal;
}

/** A command's context and the way to end it. */
export interface CliRuntime {
  readonly context: CommandContext;
  /** Writes metrics, flushes and closes everything in order; can be called twice. */
  shutdown(): Promise<void>;
}

/** @throws CONFIG_INVALID, CONFIG_NOT_FOUND, DATA_DIR_UNUSABLE */
export type RuntimeFactory = (request: RuntimeRequest) => Promise<CliRuntime>;
