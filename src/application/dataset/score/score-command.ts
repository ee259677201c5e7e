import type { SampleKind } from '../../../domain/dataset/sample.js';

/** What scoring a data set is asked to do. */
export interface ScoreCommand {
  /** The data set. */
  readonly name: string;
  /** The judge's kind; not `stored`. */
  readonly judge: string;
  /** Only documents of this kind; both when left out. */
  readonly kind?: SampleKind;
  /** A scenario's name or file, in the place of the one that ships for its kind; then only that kind is scored. */
  readonly scenario?: string;
  /** How many documents are judged at once, ≥ 1. */
  readonly maxConcurrency: number;
  /** The calls that may be made, the judge's test of itself included; what is left then stays without scores. */
  readonly budgetCalls?: number;
  /** Stops between two documents; those that were scored keep their scores. */
  readonly signal?: AbortSignal;
}
