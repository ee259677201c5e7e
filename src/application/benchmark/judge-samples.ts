import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import type { SampleResult } from '../../domain/benchmark/sample-result.js';
import type { Scenario } from '../../domain/benchmark/scenario.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { ExportRecord } from '../../domain/export/export-record.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import type { Judge, Judgement } from '../ports/judge.port.js';
import type { SampleReading } from '../ports/sample-files.port.js';
import type { ProgressTask } from '../ports/progress.port.js';
import type { RunRepository } from '../ports/run.repository.port.js';
import { drawPositions } from './draw-positions.js';
import type { LeftBehind } from './interruptible.js';
import { interruptible } from './interruptible.js';
import { ResultBuffer } from './result-buffer.js';
import type { RunBenchmarkPorts } from './run-benchmark.ports.js';

/** The seed of `--limit`: fixed, so that the same data and limit always give the same samples. */
const LIMIT_SEED = 1;

/** What a judgement counts as that says nothing of its cost. */
const ONE_CALL = { ...NO_USAGE, calls: 1 };

/** What judging works on. */
export interface JudgingTask {
  readonly run: BenchmarkRun;
  readonly scenario: Scenario;
  readonly judge: Judge;
  readonly zone: TimeZone;
  readonly signal: AbortSignal | undefined;
}

/**
 * Judges the samples of a run one after the other and stores results in groups as they are known; those that are known
 * when it ends early too.
 *
 * @returns the results in the order of the data set
 * @throws BENCHMARK_DATASET_CHANGED when the file is not the one that was scanned; INTERRUPTED; what store and file throw.
 */
export async function judgeSamples(
  ports: RunBenchmarkPorts,
  runs: RunRepository,
  task: JudgingTask,
): Promise<readonly SampleResult[]> {
  const { path, sha256, samples, kind } = task.run.dataset;
  const chosen = drawPositions(samples, task.run.limit, ports.random.seeded(LIMIT_SEED, 'benchmark-limit'));
  const reading = ports.files.read(path, kind);
  const progress = ports.progress.start('Judging', chosen?.size ?? samples);
  const buffer = new ResultBuffer(runs, task.run.id, ports.clock);
  const work = stored(judged(ports, task, reading, chosen), buffer, progress);
  const results = await work.finally(progress.finish.bind(progress));
  refuseChanged(path, sha256, reading.sha256());
  return results;
}

async function stored(
  incoming: AsyncIterable<SampleResult>,
  buffer: ResultBuffer,
  progress: ProgressTask,
): Promise<readonly SampleResult[]> {
  try {
    const results = await added(incoming, buffer, progress);
    await buffer.flush();
    return results;
  } catch (error) {
    // Should this fail as well, the first failure is the one to tell.
    await buffer.flush().catch(() => undefined);
    throw error;
  }
}

async function added(incoming: AsyncIterable<SampleResult>, buffer: ResultBuffer, progress: ProgressTask) {
  const results: SampleResult[] = [];
  for await (const result of incoming) {
    results.push(result);
    await buffer.add(result);
    progress.advance(1);
  }
  return results;
}

async function* judged(
  ports: RunBenchmarkPorts,
  task: JudgingTask,
  reading: SampleReading,
  chosen: ReadonlySet<number> | undefined,
): AsyncIterable<SampleResult> {
  let position = -1;
  for await (const { record } of reading) {
    position += 1;
    if (chosen?.has(position) === false) continue;
    await loopTurn();
    const judgement = await interruptible(task.signal, leftBehind(task.run), () => ask(ports, task, record));
    yield { position, ...identityOf(record, task.zone), ...judgement };
  }
}

/** Lets signals and timers in: a judge that never waits for anything would keep them out until the next piece of file. */
function loopTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function leftBehind({ id: runId }: BenchmarkRun): LeftBehind {
  const message = `The benchmark was interrupted; run ${runId} keeps the results that were known, and has no verdict.`;
  return { message, hint: 'Run the same command again: it makes a new run.', runId };
}

/** A judge that fails is an error of that sample, never a low score. */
async function ask(ports: RunBenchmarkPorts, task: JudgingTask, record: ExportRecord) {
  const started = ports.clock.monotonic();
  const { usage = ONE_CALL, ...judgement } = await task.judge.judge(record, task.signal).catch(failure);
  const seconds = (ports.clock.monotonic() - started) / 1000;
  const labels = { judge: task.judge.kind, status: judgement.status };
  ports.metrics.increment('judge_requests_total', labels);
  ports.metrics.observe('judge_request_duration_seconds', labels, seconds);
  ports.metrics.increment('benchmark_samples_total', {
    scenario: task.scenario.name,
    status: judgement.status,
  });
  return { ...judgement, usage, judgeSeconds: seconds };
}

/** A defect is no judgement: it ends the run. */
function failure(error: unknown): Judgement {
  if (error instanceof EtalonError)
    return { status: 'error', fault: 'failed', reason: `${error.code}: ${error.message}` };
  throw error;
}

function identityOf(record: ExportRecord, zone: TimeZone) {
  return {
    sampleId: record.sampleId,
    channel: record.channel,
    day: zone.dayOf(record.timestamp),
    provenance: record.metadata.provenance,
    latencySeconds: record.latencySeconds,
  };
}

function refuseChanged(path: string, before: string, now: string): void {
  if (before === now) return;
  throw new EtalonError('BENCHMARK_DATASET_CHANGED', `${path} was changed while the run read it.`, {
    details: { path, sha256_before: before, sha256_now: now },
  });
}
