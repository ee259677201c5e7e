import type { BenchmarkRun } from '../../../domain/benchmark/benchmark-run.js';
import type { Pilot, PilotComparison, PilotResults } from '../../../domain/benchmark/pilot/pilot.js';
import { decidePilot } from '../../../domain/benchmark/pilot/pilot-decision.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { toIso } from '../../../domain/time/instant.js';
import type { Clock } from '../../ports/clock.port.js';
import type { PilotPlans } from '../../ports/pilot-plans.port.js';
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
    const { clock, plans } = this.ports;
    const { stage, scenario, requiredRoles } = await plans.load(command.stage);
    const started_at = toIso(clock.now());
    const { live, baseline, problem } = await this.#runs(command, scenario);
    const results: PilotResults = {
      ...{ schema_version: 1, stage, scenario, required_roles: requiredRoles, started_at },
      baseline: baseline && pilotRun(baseline),
      live: pilotRun(live),
      comparison: await this.#compared(baseline, live),
      problem,
    };
    return await this.#files.alone(() => this.#publish(results));
  }

  async #publish(results: PilotResults): Promise<PilotResult> {
    const before = await this.#files.find(results.stage);
    const pilot: Pilot = { ...results, hash: this.#files.hash(results), approvals: before?.approvals ?? [] };
    await this.#files.write(pilot);
    return { pilot, ...decidePilot(pilot), log: this.#files.logOf(pilot.stage) };
  }

  /** What the dry run lacks is an answer of the pilot; what the live run lacks ends it. */
  async #runs({ dataset, judge, signal }: RunPilotCommand, scenario: string) {
    const { benchmark } = this.ports;
    const common = {
      scenario,
      ...(dataset === undefined ? {} : { dataset }),
      ...(signal === undefined ? {} : { signal }),
    };
    const dry = await benchmark.execute({ ...common, judge: 'stored', dryRun: true }).catch(answered);
    const live = await benchmark.execute({ ...common, ...(judge === undefined ? {} : { judge }) });
    return dry instanceof EtalonError
      ? { live, baseline: null, problem: `The dry run failed: ${dry.message}` }
      : { live, baseline: dry, problem: null };
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

function answered(error: unknown): EtalonError {
  if (error instanceof EtalonError && error.code !== 'INTERRUPTED' && error.code !== 'USAGE') return error;
  throw error;
}
