import type { BenchmarkRun } from '#etalon/domain/benchmark/benchmark-run.js';
import { NO_USAGE } from '#etalon/domain/benchmark/judge-usage.js';
import type { SampleResult } from '#etalon/domain/benchmark/sample-result.js';
import type { Scenario, ScenarioMetric } from '#etalon/domain/benchmark/scenario.js';
import { ResultTable } from '#etalon/domain/benchmark/result-table.js';
import { summariseRun } from '#etalon/domain/benchmark/summarise-run.js';
import type { CalendarDay } from '#etalon/domain/time/calendar-day.js';

const metric = (name: string, pass: number, warn: number): ScenarioMetric => ({
  name,
  direction: name.startsWith('latency') ? 'lower' : 'higher',
  threshold: { pass, warn },
  byJudge: {},
});

/** A scenario of one score and latency. */
export const SCENARIO: Scenario = {
  name: 'channel_digest_ru',
  version: '1',
  title: 'Дайджесты',
  kind: 'digests',
  defaultJudge: 'lexical',
  judgeModel: 'any',
  promptVersion: '1',
  metrics: [metric('coverage', 0.8, 0.7), metric('latency_p95', 2, 3)],
  minimumCoverage: 0.9,
  strata: 'channel',
  clusters: 'day',
  sourceText: 'name: channel_digest_ru',
};

/** A scored result of the channel on the day `number` of December 2024. */
export function scored(
  number: number,
  coverage: number,
  changes: Partial<Pick<SampleResult, 'channel' | 'provenance' | 'latencySeconds'>> & { readonly notes?: string } = {},
): SampleResult {
  const channel = changes.channel ?? '@city';
  const day = `2024-12-${String(number).padStart(2, '0')}` as CalendarDay;
  const base = { position: number, sampleId: `${channel}-${day}`, channel, day, provenance: 'imported' } as const;
  const cost = { usage: NO_USAGE, judgeSeconds: 0 };
  return { ...base, ...cost, latencySeconds: 1, status: 'scored', scores: { coverage }, notes: '', ...changes };
}

/** The same without a score. */
export function failed(number: number, status: 'unscored' | 'error' = 'error'): SampleResult {
  const { position, sampleId, channel, day, provenance, latencySeconds, usage, judgeSeconds } = scored(number, 0);
  const base = { position, sampleId, channel, day, provenance, latencySeconds, usage, judgeSeconds };
  const reason = 'no answer';
  return status === 'error' ? { ...base, status, fault: 'failed', reason } : { ...base, status, reason };
}

/** A finished run over these results. */
export function finishedRun(results: readonly SampleResult[], changes: Partial<BenchmarkRun> = {}): BenchmarkRun {
  const of = (provenance: string) => results.filter((result) => result.provenance === provenance).length;
  const includeSynthetic = changes.includeSynthetic ?? false;
  return {
    id: 'run-1',
    scenario: SCENARIO.name,
    status: 'completed',
    preregistration: { hash: 'a'.repeat(64), at: Date.UTC(2024, 11, 31) },
    dataset: {
      ...{ name: 'default', kind: 'digests', path: '/data/digests.jsonl', sha256: 'b'.repeat(64) },
      ...{ samples: results.length, imported: of('imported'), synthetic: of('synthetic'), unmarked: of('unmarked') },
    },
    judge: { kind: 'lexical', model: 'lexical-1', promptVersion: '1', promptHash: null },
    ...{ dryRun: false, repeats: 1, budget: { calls: null, tokens: null }, baseline: null },
    ...{ verdictReason: null, estimatedCost: null, comparison: null },
    includeSynthetic,
    timezone: 'Europe/Moscow',
    limit: null,
    ...summariseRun(SCENARIO, 'lexical', ResultTable.of(results, ['coverage'], includeSynthetic)),
    cost: { calls: results.length, tokensIn: 0, tokensOut: 0, cacheHits: 0 },
    environment: {
      ...{
        cpu: 'test',
        cores: 2,
        memoryBytes: 8e9,
        gpu: null,
        platform: 'linux',
        node: '20',
        etalon: '0',
        gitCommit: null,
      },
    },
    startedAt: Date.UTC(2024, 11, 31),
    durationSeconds: 1.5,
    pinnedAt: null,
    ...changes,
  };
}

/** Results as a store streams them by sample id. */
export async function* byId(results: readonly SampleResult[]): AsyncGenerator<SampleResult> {
  await Promise.resolve();
  yield* [...results].sort((a, b) => Buffer.compare(Buffer.from(a.sampleId), Buffer.from(b.sampleId)));
}
