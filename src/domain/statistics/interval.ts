/** A confidence interval. A bound is `null` where the data does not give one. */
export interface Interval {
  readonly lower: number | null;
  readonly upper: number | null;
  /** The nominal confidence, 0.95 for 95 %. */
  readonly level: number;
  /** How it was made, in the field's own term. */
  readonly method: string;
}
