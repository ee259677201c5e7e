import type { BenchmarkRun } from '../../domain/benchmark/benchmark-run.js';
import type { RecordedJudge } from '../../domain/benchmark/recorded-judge.js';
import { chooseRecordedJudge, thresholdJudgeOf } from '../../domain/benchmark/recorded-judge.js';
import type { Scenario } from '../../domain/benchmark/scenario.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import type { Judge, JudgeRegistry } from '../ports/judge.port.js';
import { chooseBaseline, refuseBaselineOptions } from './choose-baseline.js';
import { concurrencyOf } from './concurrency-of.js';
import type { FoundDataset } from './find-dataset.js';
import { findDataset } from './find-dataset.js';
import type { FixedFacts } from './preregister.js';
import { refuseUnknownJudges } from './refuse-unknown-judges.js';
import { refuseUnknownMetrics } from './refuse-unknown-metrics.js';
import type { RunBenchmarkCommand } from './run-benchmark.command.js';
import type { RunBenchmarkPorts } from './run-benchmark.ports.js';
import type { ScannedDataset } from './scan-dataset.js';
import { scanDataset } from './scan-dataset.js';

/** What a run is going to do, everything looked up and nothing asked of a judge yet. */
export interface RunPlan {
  readonly scenario: Scenario;
  readonly judge: Judge;
  /** Whose threshold values hold: the judge's kind, for stored scores that of who wrote them. */
  readonly thresholdJudge: string;
  readonly zone: TimeZone;
  readonly fixed: FixedFacts;
  /** Of the data set file as it was scanned. */
  readonly fingerprint: string;
  readonly concurrency: number;
}

/** What a run is asked to do, and the run that it goes on with. */
export interface PlannedCommand extends RunBenchmarkCommand {
  readonly before?: BenchmarkRun;
}

const STORED = 'stored';
const DRY_RUN_HINT =
  'Leave out one of the two. With LLM_URL and LLM_MODEL set, a dry run says what a live run of an llm judge would take.';

/**
 * Looks up everything that a run needs, and reads the data set once.
 *
 * @param zone the name of the zone whose days count when neither the command nor a manifest names one
 * @throws USAGE, SCENARIO_NOT_FOUND, SCENARIO_INVALID, BENCHMARK_JUDGE_UNKNOWN, BENCHMARK_JUDGES_MIXED,
 * BENCHMARK_STORED_JUDGE_UNKNOWN, what scanning the data set throws.
 */
export async function planRun(ports: RunBenchmarkPorts, command: PlannedCommand, zone: string): Promise<RunPlan> {
  refuseBaselineOptions(command, command.before);
  const scenario = await loadScenario(ports, command);
  const kind = judgeKind(command, scenario);
  // A judge that is not there is found out before a large file is read.
  const ready = kind === STORED ? undefined : await ports.judges.named(kind, scenario);
  const data = await knownDataset(ports, command, scenario, zone);
  const judging = ready === undefined ? await storedJudge(ports.judges, scenario, data.scanned, command) : live(ready);
  refuseUnknownMetrics(scenario, judging.judge);
  const baseline = await chooseBaseline(ports.stores, command, { scenario, ...judging }, command.before);
  return {
    ...{ scenario, ...judging, zone: data.found.zone, fingerprint: data.scanned.fingerprint },
    fixed: { ...fixedFacts(command, scenario, judging.judge, data), baseline },
    concurrency: concurrencyOf(judging.judge, command.maxConcurrency),
  };
}

async function loadScenario(ports: RunBenchmarkPorts, { scenario: name }: RunBenchmarkCommand): Promise<Scenario> {
  if (name === undefined)
    throw new EtalonError('USAGE', '--scenario is needed.', { hint: 'See `etalon benchmark scenarios`.' });
  const scenario = await ports.scenarios.load(name);
  refuseUnknownJudges(scenario, ports.judges.kinds);
  return scenario;
}

function judgeKind({ dryRun = false, judge, storedJudge }: RunBenchmarkCommand, scenario: Scenario): string {
  if (dryRun && judge !== undefined && judge !== STORED) {
    const message = `--dry-run calls no judge, so it cannot go with --judge ${judge}.`;
    throw new EtalonError('USAGE', message, { hint: DRY_RUN_HINT });
  }
  const kind = dryRun ? STORED : (judge ?? scenario.defaultJudge);
  if (storedJudge === undefined || kind === STORED) return kind;
  const hint = 'Add --dry-run, or leave out --stored-judge.';
  throw new EtalonError('USAGE', `--stored-judge goes with stored scores, not with the judge ${kind}.`, { hint });
}

type Judging = Pick<RunPlan, 'judge' | 'thresholdJudge'>;

function live(judge: Judge): Judging {
  return { judge, thresholdJudge: judge.kind };
}

async function storedJudge(
  judges: JudgeRegistry,
  scenario: Scenario,
  { recorded: found }: ScannedDataset,
  { storedJudge: name }: RunBenchmarkCommand,
): Promise<Judging> {
  const recorded: RecordedJudge | null = chooseRecordedJudge(found, name);
  return { judge: await judges.named(STORED, scenario, { recorded }), thresholdJudge: thresholdJudgeOf(recorded) };
}

interface KnownDataset {
  readonly found: FoundDataset;
  readonly scanned: ScannedDataset;
}

async function knownDataset(
  ports: RunBenchmarkPorts,
  command: RunBenchmarkCommand,
  { kind }: Scenario,
  defaultTimezone: string,
): Promise<KnownDataset> {
  const found = await findDataset(ports, command, kind, defaultTimezone);
  return { found, scanned: await scanDataset(ports.files, { ...found, kind }, command.signal) };
}

function fixedFacts(
  command: RunBenchmarkCommand,
  scenario: Scenario,
  { kind, model, promptVersion, promptHash }: Judge,
  data: KnownDataset,
): Omit<FixedFacts, 'baseline'> {
  const { dryRun = false, repeats = 1, budgetCalls: calls = null, budgetTokens: tokens = null } = command;
  return {
    ...{ ...scenarioFacts(scenario), dataset: datasetFacts(scenario, data) },
    judge: { kind, model, promptVersion, promptHash },
    ...{ dryRun, repeats, budget: { calls, tokens } },
    ...{ includeSynthetic: command.includeSynthetic ?? false, limit: command.limit ?? null },
    timezone: data.found.zone.name,
  };
}

function scenarioFacts({ name, path }: Scenario): Pick<FixedFacts, 'scenario' | 'scenarioPath'> {
  return path === undefined ? { scenario: name } : { scenario: name, scenarioPath: path };
}

function datasetFacts({ kind }: Scenario, { found, scanned }: KnownDataset): BenchmarkRun['dataset'] {
  const { path, name, exported: manifest } = found;
  const { sha256, samples, byProvenance } = scanned;
  return { name, kind, path, sha256, samples, ...byProvenance, manifest };
}
