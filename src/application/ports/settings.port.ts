/** The configuration of one process: read once at start, checked, and never changed afterwards. */
export interface Settings {
  /** Everything that the product writes lies here; absolute. */
  readonly dataDir: string;
  /** Where reports that belong to a team's repository go; absolute. */
  readonly docsDir: string;
  /** Folders that may hold scenarios, prompts and schemas, the strongest first; the last is the package's own. */
  readonly configDirs: readonly string[];
  readonly logLevel: LogLevel;
  /** Where metrics are written when the command ends, or `null`. */
  readonly metricsFile: string | null;
  readonly store: StoreSettings;
  readonly llm: LlmSettings;
  /** Whether texts that go to a language model lose phone numbers, addresses and user names first. */
  readonly redact: boolean;
  /** Whether a metric outside the catalogue is thrown (in tests) or put into a bucket (in production). */
  readonly strictMetrics: boolean;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface StoreSettings {
  /** With credentials where it has any; `null` means the SQLite file in the data folder. Never print it. */
  readonly mongodbUrl: string | null;
  readonly dbName: string;
  /** How long a store may take to answer, in milliseconds. */
  readonly timeoutMs: number;
}

export interface LlmSettings {
  /** The base address of an OpenAI-compatible endpoint, or `null` where none is configured. */
  readonly url: string | null;
  readonly model: string | null;
  /** Never print it. */
  readonly apiKey: string | null;
  /** How long one answer may take, in milliseconds. */
  readonly timeoutMs: number;
  /** How often a failed request is tried again. */
  readonly retries: number;
}
