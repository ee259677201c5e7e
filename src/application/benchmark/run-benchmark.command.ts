/** What a benchmark run is asked to do. */
export interface RunBenchmarkCommand {
  /** A scenario's name, or the path of its file. */
  readonly scenario: string;
  /** The data set file; the newest export of the scenario's kind when left out. */
  readonly dataset?: string;
  /** The judge's kind; the scenario's own when left out. */
  readonly judge?: string;
  /** Calls no judge: the stored scores are summed up. */
  readonly dryRun?: boolean;
  /** Judges a seeded random sample of so many. ≥ 1 */
  readonly limit?: number;
  /** Lets synthetic samples count like all others. */
  readonly includeSynthetic?: boolean;
  /** The zone whose calendar days are the clusters; the manifest's, else Europe/Moscow, when left out. */
  readonly timezone?: string;
  /** Stops the run between two samples; what is known by then is stored, and the run is marked as interrupted. */
  readonly signal?: AbortSignal;
}
