/** Settings of one origin by path (`store.db_name`); later layers beat earlier ones. */
export interface SettingLayer {
  /** For people: a file's path, `environment`, `command line`. */
  readonly origin: string;
  readonly values: ReadonlyMap<string, unknown>;
  /** How a path is called there, where not by its path: the variable, the option. */
  readonly nameOf?: (path: string) => string;
}

/** A setting that cannot be used. */
export type SettingFault = Readonly<Record<'path' | 'origin' | 'message', string>>;
