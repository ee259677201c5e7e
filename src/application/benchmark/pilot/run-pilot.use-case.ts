import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import type { PilotComparison, PilotResults } from '../../../domain/benchmark/pilot/pilot.js';
import { decidePilot } from '../../../domain/benchmark/pilot/pilot-decision.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { toIso } from '../../../domain/time/instant.js';
import type { Clock } from '../../ports/clock.port.js';
import type { PilotPlan, PilotPlans } from '../../ports/pilot-plans.port.js';
import type { CompareRunsUseCase } from '../compare-runs.use-case.js';
import type { RunBenchmarkCommand } from '../run-benchmark.command.js';
import type { RunBenchmarkUseCase } from '../run-benchmark.use-case.js';
import type { PilotFilePorts } from './pilot-files.js';
import { PilotFiles } from './pilot-files.js';
import type { PilotResult } from './pilot-result.js';
import { pilotRun } from './pilot-result.js';

/** Which pilot to run, on what. */
export interface RunPilotCommand extends Pick<RunBenchmarkCommand, 'dataset' | 'judge' | 'signal'> {
  readonly stage: string;
}

const STORED = 'stored';

interface PilotRuns {
  readonly live: BenchmarkRun;
  readonly baseline: BenchmarkRun | null;
  readonly problem: string | null;
}

/** What a pilot needs beside its files. */
export interface RunPilotPorts extends PilotFilePorts {
  readonly plans: PilotPlans;
  readonly clock: Clock;
  readonly benchmark: Pick<RunBenchmarkUseCase, 'execute'>;
  readonly compare: Pick<CompareRunsUseCase, 'execute'>;
}

/**
 * Runs the go/no-go pilot of a stage: stored scores summed up (the baseline), scores made now (the live run), both
 * compared. What was approved of an earlier pilot stays in the log and counts no more.
 *
 * Errors: PILOT_UNKNOWN, PILOT_PLAN_INVALID, FOLDER_LOCKED, those of a benchmark run that concern both runs, INTERRUPTED.
 */
export class RunPilotUseCase {
  readonly #files: PilotFiles;

  constructor(private readonly ports: RunPilotPorts) {
    this.#files = new PilotFiles(ports);
  }

  async execute(command: RunPilotCommand): Promise<PilotResult> {
    refuseStored(command.judge);
    const results = await this.#results(await this.ports.plans.load(command.stage), command);
    return await this.#files.alone(() => this.#publish(results));
  }

  async #results({ stage, scenario, requiredRoles }: PilotPlan, command: RunPilotCommand): Promise<PilotResults> {
    const started_at = toIso(this.ports.clock.now());
    const { live, baseline, problem } = await this.#runs(command, scenario);
    return {
      ...{ schema_version: 1, stage, scenario, required_roles: requiredRoles, started_at },
      ...{ baseline: baseline && pilotRun(baseline), live: pilotRun(live) },
      ...{ comparison: await this.#compared(baseline, live), problem },
    };
  }

  async #publish(results: PilotResults): Promise<PilotResult> {
    const before = await this.#files.find(results.stage);
    const pilot = await this.#files.write(results, before?.approvals ?? []);
    return { pilot, ...decidePilot(pilot), log: this.#files.logOf(pilot.stage) };
  }

  /** What the dry run lacks is an answer of the pilot; what the live run lacks ends it. */
  async #runs({ dataset, judge, signal }: RunPilotCommand, scenario: string): Promise<PilotRuns> {
    const { benchmark } = this.ports;
    const common = {
      scenario,
      ...(dataset === undefined ? {} : { dataset }),
      ...(signal === undefined ? {} : { signal }),
    };
    const dry = await benchmark.execute({ ...common, judge: STORED, dryRun: true }).catch(answered);
    const live = await benchmark.execute({ ...common, ...(judge === undefined ? {} : { judge }) });
    if (dry instanceof EtalonError) return { live, baseline: null, problem: `The dry run failed: ${dry.message}` };
    const problem = live.judge.kind === STORED ? 'The live run called no judge: its scores are the stored ones.' : null;
    return { live, baseline: dry, problem };
  }

  async #compared(baseline: BenchmarkRun | null, live: BenchmarkRun): Promise<PilotComparison | null> {
    if (baseline === null) return null;
    try {
      const { verdict, reason } = await this.ports.compare.execute({ a: baseline.id, b: live.id });
      return { verdict, reason };
    } catch (error) {
      if (error instanceof EtalonError && error.code === 'RUNS_NOT_COMPARABLE') return null;
      throw error;
    }
  }
}

function refuseStored(judge: string | undefined): void {
  if (judge === STORED) throw new EtalonError('USAGE', 'A live run needs a judge: --judge stored calls none.');
}

function answered(error: unknown): EtalonError {
  if (error instanceof EtalonError && error.code !== 'INTERRUPTED' && error.code !== 'USAGE') return error;
  throw error;
}
