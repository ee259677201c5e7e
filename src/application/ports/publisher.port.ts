/** Writes files that appear whole or not at all. */
export interface FilePublisher {
  /** Writes (or replaces) one file: temp, fsync, rename, fsync of the folder. Missing folders are made. */
  publish(path: string, content: string): Promise<void>;
  /** The content of a file, or `undefined` when it does not exist. */
  read(path: string): Promise<string | undefined>;
}

/** Where the product keeps its files. */
export interface DataPaths {
  /** `<data>/benchmarks/snapshots/<date>` */
  snapshotDir(date: string): string;
  /** The newest snapshot folder that holds this file, or `undefined`. */
  latestSnapshotWith(fileName: string): Promise<string | undefined>;
  /** `<data>/benchmarks/exports/<date>` */
  exportDir(date: string): string;
  /** `<data>/benchmarks/reports` */
  reportDir(): string;
  /** The newest export file of that name, or `undefined`. */
  latestExport(fileName: string): Promise<string | undefined>;
}
