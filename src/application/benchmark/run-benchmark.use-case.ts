import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { addUsage, NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import type { Scenario } from '../../domain/benchmark/scenario.js';
import { summariseRun } from '../../domain/benchmark/summarise-run.js';
import type { SampleKind } from '../../domain/dataset/sample.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { Judge } from '../ports/judge.port.js';
import type { Store } from '../ports/store.port.js';
import type { FoundDataset } from './find-dataset.js';
import { findDataset } from './find-dataset.js';
import type { JudgingTask } from './judge-samples.js';
import { judgeSamples } from './judge-samples.js';
import { observeRun } from './observe-run.js';
import type { FixedFacts } from './preregister.js';
import { preregistrationHash } from './preregister.js';
import type { RunBenchmarkCommand } from './run-benchmark.command.js';
import type { RunBenchmarkPorts, RunBenchmarkSettings } from './run-benchmark.ports.js';
import { scanDataset } from './scan-dataset.js';

/**
 * Runs a scenario over a data set: judges its samples, estimates each metric with an interval, gives a verdict.
 *
 * Everything that can be refused is refused before the store is opened. The hash of what is going to be measured is
 * stored before the first judge call; results are stored in groups as they are known.
 *
 * Errors: SCENARIO_NOT_FOUND, SCENARIO_INVALID, BENCHMARK_JUDGE_UNKNOWN, BENCHMARK_DATASET_NOT_FOUND,
 * BENCHMARK_DATASET_INVALID, BENCHMARK_DATASET_EMPTY, BENCHMARK_DATASET_CHANGED, USAGE, INTERRUPTED, and those of the
 * store.
 */
export class RunBenchmarkUseCase {
  constructor(
    private readonly ports: RunBenchmarkPorts,
    private readonly settings: RunBenchmarkSettings,
  ) {}

  /** @returns the finished run; the verdict is in it. */
  async execute(command: RunBenchmarkCommand): Promise<BenchmarkRun> {
    const { clock, scenarios, judges, stores } = this.ports;
    const started = clock.monotonic();
    const scenario = await scenarios.load(command.scenario);
    const judge = await judges.named(command.judge ?? scenario.defaultJudge, scenario);
    const dataset = await findDataset(this.ports, command, scenario.kind, this.settings.defaultTimezone);
    const fixed = await this.#fix(command, scenario, judge, dataset);
    const store = await stores.open();
    const run = await this.#preregister(store, fixed, scenario);
    const task = { scenario, judge, zone: dataset.zone, run, signal: command.signal };
    return await this.#traced(store, task, started);
  }

  async #traced(store: Store, task: JudgingTask, started: number): Promise<BenchmarkRun> {
    const { id, scenario } = task.run;
    const attributes = { 'benchmark.run_id': id, 'benchmark.scenario': scenario };
    return await this.ports.tracer.span('benchmark.run', attributes, () => this.#judge(store, task, started));
  }

  async #fix(command: RunBenchmarkCommand, scenario: Scenario, judge: Judge, found: FoundDataset): Promise<FixedFacts> {
    return {
      scenario: scenario.name,
      dataset: await this.#datasetFacts(found, scenario.kind, command.signal),
      judge: identityOf(judge),
      ...PLAIN,
      includeSynthetic: command.includeSynthetic ?? false,
      timezone: found.zone.name,
      limit: command.limit ?? null,
    };
  }

  async #datasetFacts({ path, name }: FoundDataset, kind: SampleKind, signal: AbortSignal | undefined) {
    const reading = this.ports.files.read(path, kind);
    const { sha256, samples, byProvenance } = await scanDataset(reading, path, signal);
    return { name, kind, path, sha256, samples, ...byProvenance };
  }

  async #preregister(store: Store, fixed: FixedFacts, scenario: Scenario): Promise<BenchmarkRun> {
    const { clock, hasher, ids, logger } = this.ports;
    const hash = preregistrationHash(fixed, scenario, hasher);
    const run: BenchmarkRun = {
      ...UNFINISHED,
      ...fixed,
      id: ids.next('run'),
      preregistration: { hash, at: clock.now() },
      environment: await this.#environment(),
      startedAt: clock.now(),
    };
    await store.runs.saveRun(run);
    logger.info('benchmark run registered', { run_id: run.id, scenario: run.scenario, hash });
    return run;
  }

  async #environment(): Promise<BenchmarkRun['environment']> {
    const facts = await this.ports.hardware.read();
    return { ...facts, etalon: this.settings.version, gitCommit: this.settings.gitCommit };
  }

  async #judge(store: Store, task: JudgingTask, started: number): Promise<BenchmarkRun> {
    try {
      const results = await judgeSamples(this.ports, store.runs, task);
      const { run, scenario, judge } = task;
      const summary = summariseRun(scenario, judge.kind, results, run.includeSynthetic);
      const cost = results.map(({ usage }) => usage).reduce(addUsage, NO_USAGE);
      return await this.#finish(store, { ...run, ...summary, cost, status: 'completed' }, started);
    } catch (error) {
      const interrupted = error instanceof EtalonError && error.code === 'INTERRUPTED';
      await this.#end(store, { ...task.run, status: interrupted ? 'interrupted' : 'failed' }, started);
      throw error;
    }
  }

  async #finish(store: Store, run: BenchmarkRun, started: number): Promise<BenchmarkRun> {
    const finished = { ...run, durationSeconds: this.#secondsSince(started) };
    await store.runs.saveRun(finished);
    observeRun(this.ports.metrics, finished);
    this.ports.logger.info('benchmark run finished', { run_id: run.id, verdict: run.verdict });
    return finished;
  }

  /** The store may be what failed: then the run stays `running`, and the first error is the one to tell. */
  async #end(store: Store, run: BenchmarkRun, started: number): Promise<void> {
    try {
      await store.runs.saveRun({ ...run, durationSeconds: this.#secondsSince(started) });
    } catch (error) {
      this.ports.logger.warn('the end of the run could not be stored', { run_id: run.id, status: run.status, error });
    }
  }

  #secondsSince(started: number): number {
    return (this.ports.clock.monotonic() - started) / 1000;
  }
}

const UNFINISHED = {
  status: 'running',
  verdict: null,
  samples: { total: 0, scored: 0, unscored: 0, errors: 0 },
  coverage: null,
  metrics: [],
  latency: { n: 0, quantiles: [] },
  verdictReason: null,
  cost: NO_USAGE,
  estimatedCost: null,
  comparison: null,
  durationSeconds: null,
  pinnedAt: null,
} as const;

/** What a run is that asks for nothing special. */
const PLAIN = { dryRun: false, repeats: 1, budget: { calls: null, tokens: null }, baseline: null } as const;

function identityOf({ kind, model, promptVersion, promptHash }: Judge): BenchmarkRun['judge'] {
  return { kind, model, promptVersion, promptHash };
}
