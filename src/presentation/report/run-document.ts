import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { MetricResult } from '../../domain/benchmark/metric-result.js';
import { toIso } from '../../domain/time/instant.js';

/** Files that a command wrote beside its output, by what they are. */
export type RunArtifacts = Readonly<Record<string, string>>;

/** A run as JSON: what `--json` prints and `--output` writes (schema `benchmark-run.schema.json`). */
export function runDocument(run: BenchmarkRun, artifacts: RunArtifacts = {}): object {
  return {
    schema_version: 1,
    run_id: run.id,
    ...{ scenario: run.scenario, status: run.status, verdict: run.verdict },
    ...fixedDocument(run),
    samples: run.samples,
    coverage: run.coverage,
    metrics: run.metrics.map(metricDocument),
    latency: latencyDocument(run),
    ...costDocument(run),
    artifacts,
  };
}

function fixedDocument({ preregistration, dataset, judge, includeSynthetic, timezone, limit }: BenchmarkRun): object {
  return {
    preregistration: { hash: preregistration.hash, at: toIso(preregistration.at) },
    dataset,
    judge: { kind: judge.kind, model: judge.model, prompt_hash: judge.promptHash },
    ...{ include_synthetic: includeSynthetic, timezone, limit },
  };
}

function metricDocument(metric: MetricResult): object {
  const { designEffect, byProvenance, ...rest } = metric;
  return { ...rest, design_effect: designEffect, by_provenance: byProvenance };
}

function latencyDocument({ latency }: BenchmarkRun): object {
  return { n: latency.n, quantile_type: 7, intervals_assume_independence: true, quantiles: latency.quantiles };
}

function costDocument(run: BenchmarkRun): object {
  const { calls, tokensIn, tokensOut, cacheHits } = run.cost;
  const { memoryBytes, gitCommit, ...environment } = run.environment;
  return {
    cost: { calls, tokens_in: tokensIn, tokens_out: tokensOut, cache_hits: cacheHits },
    environment: { ...environment, memory_bytes: memoryBytes ?? null, git_commit: gitCommit ?? null },
    started_at: toIso(run.startedAt),
    duration_seconds: run.durationSeconds,
  };
}
