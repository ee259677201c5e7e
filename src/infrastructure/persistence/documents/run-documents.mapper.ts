import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import type { SampleResult } from '../../../domain/benchmark/sample-result.js';
import { usageDocument } from '../../../domain/benchmark/usage-document.js';
import type { Instant } from '../../../domain/time/instant.js';
import { toIso } from '../../../domain/time/instant.js';
import { DocumentReader } from './document-reader.js';
import { toCamelCase, toSnakeCase } from './field-names.js';
import { readOwn } from './own-document.schema.js';
import type { StoredDocument } from './stored-document.js';

/** Writes a run; its id is `run_id` and its moments are ISO strings. */
export function toRunDocument(run: BenchmarkRun): StoredDocument {
  const { id, preregistration, startedAt, pinnedAt, ...rest } = run;
  return {
    run_id: id,
    started_at: toIso(startedAt),
    pinned_at: pinnedAt === null ? null : toIso(pinnedAt),
    preregistration: { hash: preregistration.hash, at: toIso(preregistration.at) },
    ...(toSnakeCase(rest) as StoredDocument),
  };
}

/** @throws STORE_DOCUMENT_INVALID */
export function readRun(document: unknown, id: string): BenchmarkRun {
  const own = readOwn('benchmark_runs', document, id);
  const reader = new DocumentReader(own, { collection: 'benchmark_runs', id });
  const rest = without(own, ['run_id', 'started_at', 'pinned_at', 'preregistration']);
  return {
    ...(toCamelCase(rest) as Omit<BenchmarkRun, 'id' | 'startedAt' | 'pinnedAt' | 'preregistration'>),
    id: reader.field('run_id').text(),
    startedAt: reader.field('started_at').instant(),
    pinnedAt: own['pinned_at'] === null ? null : reader.field('pinned_at').instant(),
    preregistration: readPreregistration(reader.field('preregistration')),
  };
}

function readPreregistration(place: DocumentReader): { readonly hash: string; readonly at: Instant } {
  return { hash: place.field('hash').text(), at: place.field('at').instant() };
}

/** Writes one result of a run, member by member: there may be a million of them. */
export function toResultDocument(runId: string, result: SampleResult): StoredDocument {
  return {
    run_id: runId,
    position: result.position,
    sample_id: result.sampleId,
    channel: result.channel,
    day: result.day,
    provenance: result.provenance,
    latency_seconds: result.latencySeconds,
    ...outcomeDocument(result),
    usage: usageDocument(result.usage),
    judge_seconds: result.judgeSeconds,
  };
}

function outcomeDocument(result: SampleResult): StoredDocument {
  const { status } = result;
  if (status === 'unscored')
    return { status, ...(result.turnedAway === undefined ? {} : { turned_away: true }), reason: result.reason };
  if (status === 'error') return { status, fault: result.fault, reason: result.reason };
  const { scores, spread, notes } = result;
  return { status, scores, ...(spread === undefined ? {} : { spread }), notes };
}

/** @throws STORE_DOCUMENT_INVALID */
export function readResult(document: unknown, id: string): SampleResult {
  return toCamelCase(without(readOwn('benchmark_results', document, id), ['run_id'])) as SampleResult;
}

function without(document: Readonly<Record<string, unknown>>, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !names.includes(name)));
}
