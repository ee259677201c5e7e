import type { RuntimeFactory } from './cli-runtime.js';
import type { CommandDefinition } from './command-definition.js';
import type { SignalSource } from './interruption.js';
import type { TerminalChoice, TerminalSink } from './terminal.js';

/** The process that the command line runs in. */
export interface CliHost extends TerminalChoice {
  /** The words behind the program's name. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly version: string;
  readonly out: TerminalSink;
  readonly err: TerminalSink;
  readonly signals: SignalSource;
  readonly commands: readonly CommandDefinition[];
  readonly createRuntime: RuntimeFactory;
}
