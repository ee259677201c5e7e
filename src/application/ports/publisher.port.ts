/** Writes files that appear whole or not at all. */
export interface FilePublisher {
  /** Writes (or replaces) one file: temp, fsync, rename, fsync of the folder. Missing folders are made. */
  publish(path: string, content: string): Promise<void>;
  /** The content of a file, or `undefined` when it does not exist. */
  read(path: string): Promise<string | undefined>;
}

/** Where the product keeps its files. */
export interface DataPaths {
  /**
   * `<data>/benchmarks/snapshots/<date>` for the data set "default", `<data>/benchmarks/snapshots/<date>/<dataset>` for
   * any other: data sets that end on the same day lie side by side.
   */
  snapshotDir(date: string, dataset: string): string;
  /** `<data>/benchmarks/exports/<date>` */
  exportDir(date: string): string;
  /** `<data>/pilots` */
  pilotDir(): string;
  /** The stages whose pilots have a record there. @throws DATA_DIR_UNUSABLE */
  pilotStages(): Promise<readonly string[]>;
  /** The newest export file of that name, or `undefined`. @throws DATA_DIR_UNUSABLE */
  latestExport(fileName: string): Promise<string | undefined>;
}
