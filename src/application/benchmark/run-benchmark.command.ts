/** What a benchmark run is asked to do. */
export interface RunBenchmarkCommand {
  /** A scenario's name, or the path of its file; may be left out with `resume`. */
  readonly scenario?: string;
  /** The data set file; the newest export of the scenario's kind when left out. */
  readonly dataset?: string;
  /** The judge's kind; the scenario's own when left out. */
  readonly judge?: string;
  /** Calls no judge: sums up the scores in the data set and estimates what a live run would cost. */
  readonly dryRun?: boolean;
  /** Whose scores count where a data set holds those of several judges: a model, or `model@prompt_version`. */
  readonly storedJudge?: string;
  /** How many samples are judged at the same time, ≥ 1; 8 for a judge that costs something, else 1, when left out. */
  readonly maxConcurrency?: number;
  /** How often each sample is judged, ≥ 1; once when left out. */
  readonly repeats?: number;
  /** Judges a seeded random sample of so many. ≥ 1 */
  readonly limit?: number;
  /** The most calls of the judge, ≥ 1. */
  readonly budgetCalls?: number;
  /** The most tokens, in and out, ≥ 1. */
  readonly budgetTokens?: number;
  /** Lets synthetic samples count like all others. */
  readonly includeSynthetic?: boolean;
  /** The zone whose calendar days are the clusters; the manifest's, else Europe/Moscow, when left out. */
  readonly timezone?: string;
  /** A run to compare with at the end: its id, or `pinned`. */
  readonly baseline?: string;
  /** The largest difference from the baseline that counts as none, on the scale of the scores; 0.02 when left out. */
  readonly margin?: number;
  /** Judges in a random order and stops as soon as the comparison with the baseline is decided. */
  readonly earlyStop?: boolean;
  /** Goes on with this run: everything that is left out is as it was for that run. */
  readonly resume?: string;
  /** Stops the run between two samples; what is known by then is stored, and the run is marked as interrupted. */
  readonly signal?: AbortSignal;
}
