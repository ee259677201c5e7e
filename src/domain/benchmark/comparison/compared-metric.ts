/** The metric of a comparison. */
export interface ComparedMetric {
  readonly name: string;
  readonly direction: 'higher' | 'lower';
}
