/** A mean with its error, however it was estimated; error and degrees of freedom are `null` where the data gives none. */
export interface EstimatedMean {
  /** `null` for no values. */
  readonly mean: number | null;
  readonly standardError: number | null;
  readonly degreesOfFreedom: number | null;
}
