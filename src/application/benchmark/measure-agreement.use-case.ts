import type { JudgeAgreement } from '../../domain/benchmark/agreement/judge-agreement.js';
import type { AgreedMetric } from '../../domain/benchmark/agreement/judge-against-humans.js';
import { judgeAgainstHumans } from '../../domain/benchmark/agreement/judge-against-humans.js';
import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import { LATENCY_METRIC } from '../../domain/benchmark/latency-metric.js';
import { countedResults } from '../../domain/benchmark/counted-results.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { HumanLabels } from '../ports/human-labels.port.js';
import type { ScenarioRepository } from '../ports/scenario.repository.port.js';
import type { StoreProvider } from '../ports/store.port.js';
import type { StoredRun } from './find-run.js';
import { findRun } from './find-run.js';

/** Whose scores, against whose labels. */
export interface MeasureAgreementCommand {
  /** The file of labels. */
  readonly labels: string;
  /** The run; the newest completed one when left out. */
  readonly runId?: string;
}

/** A run's judge against people. */
export interface MeasuredAgreement {
  readonly run: BenchmarkRun;
  readonly agreement: JudgeAgreement;
}

/** Runs that are looked through for the newest completed one. */
const LATEST = 1000;

/** Says how far the judge of a run agrees with people, and combines their few labels with its many scores. */
export class MeasureAgreementUseCase {
  constructor(
    private readonly stores: StoreProvider,
    private readonly labels: HumanLabels,
    private readonly scenarios: ScenarioRepository,
  ) {}

  /** @throws LABELS_NOT_FOUND, LABELS_INVALID, LABELS_UNMATCHED, RUN_NOT_FOUND, SCENARIO_NOT_FOUND, those of the store. */
  async execute(command: MeasureAgreementCommand): Promise<MeasuredAgreement> {
    const labels = await this.labels.read(command.labels);
    const { run, store } = await this.#run(command.runId);
    const metrics = await this.#metrics(run);
    const results = countedResults(store.runs.results(run.id), run.includeSynthetic);
    const agreement = await judgeAgainstHumans(metrics, results, labels);
    if (agreement.unmatched < labels.length && agreement.metrics.length > 0) return { run, agreement };
    const details = { path: command.labels, run_id: run.id, labels: labels.length };
    const message = `No label of ${command.labels} is about a metric and a sample that run ${run.id} scored and counts.`;
    throw new EtalonError('LABELS_UNMATCHED', message, { details });
  }

  /** @throws SCENARIO_NOT_FOUND when the scenario of the run is gone: nobody knows then by which values people judge. */
  async #metrics(run: BenchmarkRun): Promise<readonly AgreedMetric[]> {
    const { metrics } = await this.scenarios.load(run.scenario);
    const scores = run.metrics.filter(({ name }) => name !== LATENCY_METRIC);
    return scores.flatMap(({ name, pass, warn }) => {
      const people = metrics.find((metric) => metric.name === name)?.threshold;
      return people === undefined ? [] : [{ name, judge: { pass, warn }, people }];
    });
  }

  async #run(id: string | undefined): Promise<StoredRun> {
    if (id !== undefined) return await findRun(this.stores, id);
    const store = await this.stores.openExisting();
    const run = (await store?.runs.listRuns(LATEST))?.find(({ status }) => status === 'completed');
    if (store !== undefined && run !== undefined) return { run, store };
    throw new EtalonError('RUN_NOT_FOUND', 'There is no completed run yet.', {
      hint: 'Run `etalon benchmark run` first, or name a run with --run.',
    });
  }
}
