import type { Scenario } from '../../../domain/benchmark/scenario.js';
import type { BenchmarkDataset } from '../../../domain/dataset/benchmark-dataset.js';
import type { Sample, SampleKind } from '../../../domain/dataset/sample.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { refuseInterrupted } from '../../benchmark/interruption.js';
import { selfTestOf } from '../../benchmark/self-test-of.js';
import { TestBudget } from '../../benchmark/test-budget.js';
import { refuseFailedTest } from '../../benchmark/test-judge.js';
import { withCost } from '../../benchmark/with-cost.js';
import { stateOfDataset } from '../../export/state-of-dataset.js';
import type { Clock } from '../../ports/clock.port.js';
import type { Hasher } from '../../ports/hasher.port.js';
import type { Judge, JudgeRegistry } from '../../ports/judge.port.js';
import type { MetricsPort } from '../../ports/metrics.port.js';
import type { ProgressReporter } from '../../ports/progress.port.js';
import type { SampleRepository } from '../../ports/sample.repository.port.js';
import type { ScenarioRepository } from '../../ports/scenario.repository.port.js';
import type { HeldLock } from '../../ports/store-lock.port.js';
import type { Store, StoreProvider } from '../../ports/store.port.js';
import { queryOf, windowOf } from '../dataset-window.js';
import { openDataset } from '../open-dataset.js';
import { SampleScorer } from './sample-scorer.js';
import type { ScoreCommand } from './score-command.js';
import type { KindOutcome, ScoreOutcome } from './score-outcome.js';
import { ScoringTally } from './scoring-tally.js';

const NOTHING_SCORED = {
  message: 'Scoring was interrupted while the judge was tested.',
  hint: 'Run the same command again.',
};
const SCENARIOS: Readonly<Record<SampleKind, string>> = {
  digests: 'channel_digest_ru',
  review_reports: 'review_summary_ru',
};

/** What scoring needs from the world. */
export interface ScoreDatasetPorts {
  readonly stores: StoreProvider;
  readonly scenarios: ScenarioRepository;
  readonly judges: JudgeRegistry;
  readonly hasher: Hasher;
  readonly clock: Clock;
  readonly metrics: MetricsPort;
  readonly progress: ProgressReporter;
}

/** A scenario with its judge. */
interface Part {
  readonly scenario: Scenario;
  readonly judge: Judge;
}

/** What scoring one part works on. */
interface Scoring extends Part {
  readonly command: ScoreCommand;
  readonly dataset: BenchmarkDataset;
  readonly repository: SampleRepository<Sample>;
  readonly held: HeldLock;
  readonly tally: ScoringTally;
}

/**
 * Writes a judge's scores into those documents of a data set that have none, for dry runs. Scores that are there are
 * never changed, so that the same command, run again, completes what an earlier one left.
 */
export class ScoreDatasetUseCase {
  constructor(private readonly ports: ScoreDatasetPorts) {}

  /**
   * @throws DATASET_NOT_FOUND, SCENARIO_NOT_FOUND, SCENARIO_INVALID, BENCHMARK_JUDGE_UNKNOWN, what the judge lacks;
   *   BENCHMARK_BUDGET_TOO_SMALL and JUDGE_SELF_TEST_FAILED before anything is judged; USAGE when scenario and kind do not go together; INTERRUPTED;
   *   STORE_LOCKED, and the errors of the store.
   */
  async execute(command: ScoreCommand): Promise<ScoreOutcome> {
    const parts = await this.#parts(command);
    const { store, dataset } = await openDataset(this.ports.stores, command.name);
    return await store.lock.hold('score', async (held) => {
      const tally = new ScoringTally();
      try {
        const kinds = await this.#kinds(parts, store, { command, dataset, held, tally });
        return { ...(await this.#recorded(store, dataset, held)), kinds, ...resultOf(tally, kinds) };
      } catch (error) {
        throw withCost(error, tally.cost);
      }
    });
  }

  async #kinds(
    parts: readonly Part[],
    store: Store,
    scoring: Omit<Scoring, keyof Part | 'repository'>,
  ): Promise<readonly KindOutcome[]> {
    const kinds: KindOutcome[] = [];
    for (const part of parts)
      kinds.push(await this.#score({ ...scoring, ...part, repository: repositoryOf(store, part.scenario.kind) }));
    return kinds;
  }

  async #parts({ judge, kind, scenario }: ScoreCommand): Promise<readonly Part[]> {
    const kinds: readonly SampleKind[] = kind === undefined ? ['digests', 'review_reports'] : [kind];
    const names = scenario === undefined ? kinds.map((one) => SCENARIOS[one]) : [scenario];
    const scenarios = await Promise.all(names.map((name) => this.ports.scenarios.load(name)));
    const other = scenarios.find((one) => !kinds.includes(one.kind));
    if (other !== undefined)
      throw new EtalonError('USAGE', `The scenario ${other.name} is of ${other.kind}, not of ${kinds.join(', ')}.`);
    return await Promise.all(
      scenarios.map(async (one) => ({ scenario: one, judge: await this.ports.judges.named(judge, one) })),
    );
  }

  async #score(scoring: Scoring): Promise<KindOutcome> {
    const { scenario, judge, tally } = scoring;
    const open = await openIds(scoring);
    const identity = identityOf(judge);
    const ids = open.length === 0 || (await passTest(judge, identity, scoring)) ? open : [];
    tally.count('left', open.length - ids.length);
    const { metrics, clock } = this.ports;
    const progress = this.ports.progress.start(`Scoring ${scenario.kind}`, ids.length);
    const scorer = new SampleScorer({ ...scoring, metrics, clock, progress });
    await scorer.score(ids).finally(progress.finish.bind(progress));
    return { kind: scenario.kind, scenario: scenario.name, judge: identity, ...tally.take() };
  }

  /** The record says what the scores are now, also those that a command left which was killed. */
  async #recorded(store: Store, dataset: BenchmarkDataset, held: HeldLock) {
    const { datasetHash, scoresHash } = await stateOfDataset(store, dataset, this.ports.hasher);
    if (scoresHash !== dataset.scoresHash) {
      await held.assertHeld();
      await store.datasets.save({ ...dataset, scoresHash, updatedAt: this.ports.clock.now() });
    }
    return { dataset: dataset.name, datasetHash, scoresHash };
  }
}

/**
 * A judge that fails the test of itself would only spend money.
 *
 * @returns whether there is anything to go on with: scoring an earlier kind may have left too little for another test.
 * @throws BENCHMARK_BUDGET_TOO_SMALL, JUDGE_SELF_TEST_FAILED, INTERRUPTED
 */
async function passTest(judge: Judge, identity: KindOutcome['judge'], { tally, command }: Scoring): Promise<boolean> {
  if (judge.selfTest === undefined) return true;
  const budget = { calls: command.budgetCalls ?? null, tokens: null };
  const allowance = new TestBudget({ judge, budget, spent: tally.cost, repeats: 1 });
  if (tally.cost.calls > 0 && !allowance.suffices) return false;
  allowance.refuseTooSmall();
  const selfTest = await selfTestOf(judge, allowance, command.signal);
  tally.spend(selfTest.usage);
  if (!selfTest.ok) refuseInterrupted(command.signal, NOTHING_SCORED);
  refuseFailedTest({ judge: identity, selfTest }, allowance);
  return true;
}

function identityOf({ kind, model, promptVersion, promptHash }: Judge): KindOutcome['judge'] {
  return { kind, model, promptVersion, promptHash };
}

/** The documents without scores, by id; the others, and what cannot be read, are counted. */
async function openIds({ dataset, repository, judge, tally }: Scoring): Promise<readonly string[]> {
  const ids: string[] = [];
  const query = queryOf(dataset, windowOf(dataset));
  const unreadable = (id: string, { message }: Error): void => {
    tally.problem({ id, status: 'error', fault: 'failed', reason: message });
  };
  for await (const sample of repository.stream(query, 'channel', unreadable)) {
    const whose = standingOf(sample, judge);
    tally.count('documents');
    if (whose === 'open') ids.push(sample.id);
    else tally.count(whose);
  }
  return ids;
}

function standingOf({ judge: scores }: Sample, judge: Judge): 'open' | 'scoredBefore' | 'scoredByOthers' {
  if (scores === undefined) return 'open';
  const own = scores.judgeModel === judge.model && scores.promptVersion === judge.promptVersion;
  return own ? 'scoredBefore' : 'scoredByOthers';
}

function repositoryOf(store: Store, kind: SampleKind): SampleRepository<Sample> {
  return kind === 'digests' ? store.digests : store.reviewReports;
}

function resultOf({ problems, cost }: ScoringTally, kinds: readonly KindOutcome[]) {
  return { problems, cost, ok: kinds.every(({ failed, left }) => failed === 0 && left === 0) };
}
