import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { RunBenchmarkPorts } from '#etalon/application/benchmark/run-benchmark.ports.js';
import type { Judge } from '#etalon/application/ports/judge.port.js';
import { canonicalLine } from '#etalon/domain/export/canonical-line.js';
import { exportDocument } from '#etalon/domain/export/export-document.js';
import { toExportRecord } from '#etalon/domain/export/to-export-record.js';
import type { Sample } from '#etalon/domain/dataset/sample.js';
import { ObservabilityPolicy } from '#etalon/domain/observability/observability-policy.js';
import { ConfiguredDataPaths } from '#etalon/infrastructure/files/configured-data-paths.js';
import { InProcessJudgePool } from '#etalon/infrastructure/judges/in-process-judge-pool.js';
import { LexicalJudge } from '#etalon/infrastructure/judges/lexical-judge.js';
import { ListedJudges } from '#etalon/infrastructure/judges/listed-judges.js';
import { StoredJudge } from '#etalon/infrastructure/judges/stored-judge.js';
import { JsonlSampleFiles } from '#etalon/infrastructure/jsonl/jsonl-sample-files.js';
import { PromMetrics } from '#etalon/infrastructure/metrics/prom-metrics.js';
import { ConfiguredStoreProvider } from '#etalon/infrastructure/persistence/configured-store-provider.js';
import { SilentProgress } from '#etalon/infrastructure/progress/silent-progress.js';
import { YamlScenarioRepository } from '#etalon/infrastructure/scenario/yaml-scenario.repository.js';
import { AjvExportSchemas } from '#etalon/infrastructure/schemas/ajv-export-schemas.js';
import { NodeHardwareFacts } from '#etalon/infrastructure/system/node-hardware-facts.js';
import { NodeHasher } from '#etalon/infrastructure/system/node-hasher.js';
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';
import { RussianTextTools } from '#etalon/infrastructure/text/russian-text-tools.js';
import { InMemoryTracer } from '#etalon/infrastructure/tracing/in-memory-tracer.js';
import { silentLogger } from './export-ports.js';
import { TEST_IDS, TestClock } from './test-clock.js';

/** Everything that a run needs: a real SQLite store and real files under `folder`, and these judges beside the lexical one. */
export function benchmarkPorts(folder: string, ...judges: readonly Judge[]): RunBenchmarkPorts {
  const clock = new TestClock();
  const tracer = new InMemoryTracer(clock, { capacity: 1000, onDrop: () => undefined });
  const place = { dbName: 'test', sqliteFile: join(folder, 'etalon.db'), timeoutMs: 5000 };
  return {
    scenarios: new YamlScenarioRepository(['config/scenarios']),
    judges: new ListedJudges([new LexicalJudge(new RussianTextTools()), ...judges], {
      stored: (_scenario, { recorded = null }) => Promise.resolve(new StoredJudge(recorded)),
    }),
    pool: new InProcessJudgePool({ clock, tracer }),
    files: new JsonlSampleFiles(new AjvExportSchemas()),
    paths: new ConfiguredDataPaths(folder),
    stores: new ConfiguredStoreProvider(place, clock, TEST_IDS),
    hasher: new NodeHasher(),
    clock,
    ids: TEST_IDS,
    random: new PureRandFactory(),
    hardware: new NodeHardwareFacts(),
    logger: silentLogger,
    metrics: new PromMetrics(new ObservabilityPolicy(true)),
    tracer,
    progress: new SilentProgress(),
  };
}

export const SETTINGS = { version: '0.0.0', gitCommit: null, defaultTimezone: 'Europe/Moscow' } as const;

/** Writes samples as an export of this day would, and gives the file's path. */
export async function exported(folder: string, samples: readonly Sample[], day = '2024-12-31'): Promise<string> {
  const target = join(folder, 'benchmarks', 'exports', day);
  await mkdir(target, { recursive: true });
  const name = samples[0]?.kind === 'review_reports' ? 'review_reports.jsonl' : 'digests.jsonl';
  const lines = samples.map((sample) => `${canonicalLine(exportDocument(toExportRecord(sample)))}\n`);
  await writeFile(join(target, name), lines.join(''));
  return join(target, name);
}
