import type { ExportRecord } from '../../domain/export/export-record.js';

/** What a judge says of a sample: scores by metric, or why there are none. */
export type Judgement =
  | { readonly status: 'scored'; readonly scores: Readonly<Record<string, number>>; readonly notes: string }
  | { readonly status: 'unscored' | 'error'; readonly reason: string };

export interface Judge {
  readonly kind: string;
  readonly model: string;
  readonly promptHash: string | null;
  judge(sample: ExportRecord): Promise<Judgement>;
}

export interface JudgeRegistry {
  /** @throws BENCHMARK_JUDGE_UNKNOWN */
  named(kind: string): Judge;
}
