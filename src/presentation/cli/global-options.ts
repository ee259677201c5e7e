import type { OptionDefinition } from './command-definition.js';

/** Options that every command takes. */
export const GLOBAL_OPTIONS: readonly OptionDefinition[] = [
  { flags: '--json', description: 'print one JSON document instead of tables' },
  { flags: '--quiet', description: 'no progress bars and no remarks' },
  { flags: '--data-dir <DIR>', description: 'where everything is kept (default: data)' },
  { flags: '--config-dir <DIR>', description: 'overlays scenarios, prompts and schemas (default: config)' },
  { flags: '--docs-dir <DIR>', description: 'where reports for the repository go (default: docs)' },
  { flags: '--config <FILE>', description: 'a YAML file of settings' },
  { flags: '--metrics-file <FILE>', description: 'write metrics in the Prometheus text format at the end' },
  {
    flags: '--log-level <LEVEL>',
    description: 'what is logged on standard error (default: warn)',
    choices: ['debug', 'info', 'warn', 'error'],
  },
  { flags: '--no-color', description: 'no colours, as with NO_COLOR' },
];

/** Their values as the command line gave them. */
export interface GlobalOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly dataDir?: string;
  readonly configDir?: string;
  readonly docsDir?: string;
  readonly config?: string;
  readonly metricsFile?: string;
  readonly logLevel?: string;
}
