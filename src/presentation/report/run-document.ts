import type { BaselineChoice, BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { JudgeSelfTest } from '../../domain/benchmark/judge-self-test.js';
import type { MetricResult } from '../../domain/benchmark/metric-result.js';
import { toIso } from '../../domain/time/instant.js';
import { usageDocument } from '../../domain/benchmark/usage-document.js';
import { comparisonDocument } from './comparison-document.js';

/** Files that a command wrote beside its output, by what they are. */
export type RunArtifacts = Readonly<Record<string, string>>;

/** A run as JSON: what `--json` prints and `--output` writes (schema `benchmark-run.schema.json`). */
export function runDocument(run: BenchmarkRun, artifacts: RunArtifacts = {}): object {
  return {
    schema_version: 1,
    ...{ run_id: run.id, ...scenarioDocument(run) },
    ...{ status: run.status, verdict: run.verdict, verdict_reason: run.verdictReason },
    ...fixedDocument(run),
    samples: run.samples,
    coverage: run.coverage,
    metrics: run.metrics.map(metricDocument),
    latency: latencyDocument(run),
    ...costDocument(run),
    comparison: run.comparison && comparisonDocument(run.comparison),
    artifacts,
  };
}

function scenarioDocument({ scenario, scenarioPath }: BenchmarkRun): object {
  return scenarioPath === undefined ? { scenario } : { scenario, scenario_path: scenarioPath };
}

function fixedDocument(run: BenchmarkRun): object {
  const { preregistration, dataset, judge, baseline } = run;
  const { kind, model, promptVersion, promptHash } = judge;
  return {
    preregistration: { hash: preregistration.hash, at: toIso(preregistration.at) },
    dataset: datasetDocument(dataset),
    judge: { kind, model, prompt_version: promptVersion, prompt_hash: promptHash },
    ...{ dry_run: run.dryRun, repeats: run.repeats, budget: run.budget },
    baseline: baseline && baselineDocument(baseline),
    ...{ include_synthetic: run.includeSynthetic, timezone: run.timezone, limit: run.limit },
  };
}

function datasetDocument({ manifest, ...dataset }: BenchmarkRun['dataset']): object {
  if (manifest === undefined || manifest === null) return manifest === null ? { ...dataset, manifest } : dataset;
  const { realOnly, ...choices } = manifest;
  return { ...dataset, manifest: { ...choices, real_only: realOnly } };
}

function baselineDocument({ runId, pinned, margin, earlyStop }: BaselineChoice): object {
  return { run_id: runId, pinned, margin, early_stop: earlyStop };
}

function metricDocument(metric: MetricResult): object {
  const { designEffect, byProvenance, ...rest } = metric;
  return { ...rest, design_effect: designEffect, by_provenance: byProvenance };
}

function latencyDocument({ latency }: BenchmarkRun): object {
  return { n: latency.n, quantile_type: 7, intervals_assume_independence: true, quantiles: latency.quantiles };
}

function judgingDocument({ withinSampleSd, selfTest }: BenchmarkRun): object {
  return {
    within_sample_sd: withinSampleSd ?? null,
    self_test: selfTest === undefined ? null : selfTestDocument(selfTest),
  };
}

function costDocument(run: BenchmarkRun): object {
  const { memoryBytes, gitCommit, ...environment } = run.environment;
  return {
    ...judgingDocument(run),
    cost: usageDocument(run.cost),
    estimated_cost: run.estimatedCost && usageDocument(run.estimatedCost),
    environment: { ...environment, memory_bytes: memoryBytes ?? null, git_commit: gitCommit ?? null },
    started_at: toIso(run.startedAt),
    duration_seconds: run.durationSeconds,
  };
}

function selfTestDocument({ ok, probes, usage }: JudgeSelfTest): object {
  return { ok, probes, cost: usageDocument(usage) };
}
