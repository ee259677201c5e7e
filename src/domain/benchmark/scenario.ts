import type { SampleKind } from '../dataset/sample.js';

/** The values that a metric is held against: at or beyond `pass` it passes, at or beyond `warn` it warns. */
export interface Threshold {
  readonly pass: number;
  readonly warn: number;
}

export interface ScenarioMetric {
  readonly name: string;
  readonly direction: 'higher' | 'lower';
  readonly threshold: Threshold;
  /** Other values for judges that score on another scale, by the judge's kind. */
  readonly byJudge: Readonly<Record<string, Threshold>>;
}

/** What a benchmark measures, on which data, and what counts as good. */
export interface Scenario {
  readonly name: string;
  /** Where its file lies, of one that was named by its path; left out of those that are found by name. */
  readonly path?: string;
  readonly version: string;
  readonly title: string;
  readonly kind: SampleKind;
  readonly defaultJudge: string;
  readonly judgeModel: string;
  readonly promptVersion: string;
  readonly metrics: readonly ScenarioMetric[];
  /** The share of samples that must be scored for a verdict, 0…1. */
  readonly minimumCoverage: number;
  readonly strata: 'channel';
  readonly clusters: 'day';
  /** The file's own text, which goes into the hash that is fixed before the run. */
  readonly sourceText: string;
}
