import { auditHolds } from '../../domain/benchmark/audit/audit-holds.js';
import type { JudgeAudit } from '../../domain/benchmark/audit/judge-audit.js';
import type { RunBudget } from '../../domain/benchmark/benchmark-run.js';
import type { JudgeUsage } from '../../domain/benchmark/judge-usage.js';
import { NO_USAGE } from '../../domain/benchmark/judge-usage.js';
import type { IdGenerator } from '../ports/id-generator.port.js';
import type { JudgePool } from '../ports/judge-pool.port.js';
import type { JudgeRegistry } from '../ports/judge.port.js';
import type { Logger } from '../ports/logger.port.js';
import type { MetricsPort } from '../ports/metrics.port.js';
import type { ProgressReporter } from '../ports/progress.port.js';
import type { DataPaths } from '../ports/publisher.port.js';
import type { RandomFactory } from '../ports/random-factory.port.js';
import type { SampleFiles } from '../ports/sample-files.port.js';
import type { ScenarioRepository } from '../ports/scenario.repository.port.js';
import type { Tracer } from '../ports/tracer.port.js';
import type { AuditJudgeCommand } from './audit-judge.command.js';
import type { AskingTask } from './audit/asking.js';
import { Asking, AUDIT_LEAVES } from './audit/asking.js';
import { auditFigures, auditSteps } from './audit/audit-figures.js';
import type { AuditedJudge } from './audit/audited-judge.js';
import { auditedJudge } from './audit/audited-judge.js';
import type { AuditDraw } from './audit/draw-audit-samples.js';
import { drawAuditSamples } from './audit/draw-audit-samples.js';
import { Estimating } from './audit/estimating.js';
import { kindOfDataset } from './audit/kind-of-dataset.js';
import { concurrencyOf } from './concurrency-of.js';
import { findDataset } from './find-dataset.js';
import { refuseInterrupted } from './interruption.js';
import { selfTestOf } from './self-test-of.js';
import { TestBudget } from './test-budget.js';
import { refuseFailedTest } from './test-judge.js';
import { withCost } from './with-cost.js';

/** What an audit needs from the world. */
export interface AuditJudgePorts {
  readonly scenarios: ScenarioRepository;
  readonly judges: JudgeRegistry;
  readonly pool: JudgePool;
  readonly files: SampleFiles;
  readonly paths: DataPaths;
  readonly ids: IdGenerator;
  readonly random: RandomFactory;
  readonly logger: Logger;
  readonly metrics: MetricsPort;
  readonly tracer: Tracer;
  readonly progress: ProgressReporter;
}

/** Of so many times the wanted pairs samples are drawn: not every one offers a place for every defect. */
const SPARE = 4;

/** What an audit works on. */
interface Audit extends AuditedJudge {
  readonly id: string;
  readonly command: AuditJudgeCommand;
  readonly budget: RunBudget;
  readonly samples: AuditDraw['samples'];
}

/** Spoils good samples one defect at a time and shows what a judge makes of it. */
export class AuditJudgeUseCase {
  constructor(
    private readonly ports: AuditJudgePorts,
    private readonly defaultTimezone: string,
  ) {}

  /**
   * Everything that can be refused is refused before the judge is asked, and the judge is tested before it is audited.
   *
   * @throws BENCHMARK_JUDGE_UNKNOWN; USAGE for the judge `stored`, which reads nothing; what reading the data set throws;
   *   BENCHMARK_BUDGET_TOO_SMALL, JUDGE_SELF_TEST_FAILED; LLM_UNAVAILABLE when the judge is away; INTERRUPTED. What was
   *   spent by then stands in their details.
   */
  async execute(command: AuditJudgeCommand): Promise<JudgeAudit> {
    const { dataset: path, seed, perDefect, signal } = command;
    const kind = path === undefined ? 'digests' : await kindOfDataset(this.ports.files, path);
    const audited = await auditedJudge(this.ports, command.judge, kind);
    const found = await findDataset(this.ports, command, kind, this.defaultTimezone);
    const draw = { kind, seed, size: SPARE * perDefect, signal };
    const { samples, dataset } = await drawAuditSamples(this.ports, found, draw);
    const figures = await this.#judged({ ...audited, command, ...facts(this.ports.ids, command), samples });
    const { judge } = audited;
    return {
      judge: { kind: judge.kind, model: judge.model, promptHash: judge.promptHash },
      ...{ dataset, timezone: found.zone.name, seed, perDefect, ...figures },
      ok: auditHolds(figures.defects, figures.injections),
    };
  }

  async #judged(audit: Audit): Promise<Pick<JudgeAudit, 'defects' | 'control' | 'injections' | 'cost'>> {
    const { kind, model } = audit.judge;
    const allowance = new TestBudget({ ...audit, spent: NO_USAGE, repeats: 1 });
    if (audit.judge.selfTest !== undefined) allowance.refuseTooSmall();
    await this.#tellPlan(audit);
    const attributes = { 'audit.id': audit.id, 'judge.kind': kind, 'gen_ai.request.model': model };
    return await this.ports.tracer.span('judge.audit', attributes, async () => {
      const spent = await tested(audit, allowance);
      return await this.#asked(audit, spent);
    });
  }

  /** Goes through the audit without asking anybody. */
  async #tellPlan({ judge, scenario, samples, command, id }: Audit): Promise<void> {
    if (judge.cost === 'free') return;
    const questions = new Estimating(judge);
    const { minimumCoverage } = scenario;
    const progress = { advance: () => undefined };
    const tools = { random: this.ports.random, questions, progress, everyPhrasing: false, minimumCoverage };
    await auditFigures(tools, samples, command);
    const { calls, tokensIn, tokensOut } = questions.cost;
    this.ports.logger.info('judge audit planned', { audit_id: id, calls, tokens_in: tokensIn, tokens_out: tokensOut });
    command.onPlan?.(questions.cost);
  }

  async #asked(audit: Audit, spent: JudgeUsage) {
    const { judge, samples, command, scenario } = audit;
    const questions = new Asking(this.ports, askingTask(audit, spent));
    const everyPhrasing = judge.cost === 'free';
    const progress = this.ports.progress.start('Auditing', auditSteps(samples, command, everyPhrasing));
    const { minimumCoverage } = scenario;
    const tools = { random: this.ports.random, questions, progress, everyPhrasing, minimumCoverage };
    try {
      return { ...(await auditFigures(tools, samples, command)), cost: questions.cost };
    } catch (error) {
      throw withCost(error, questions.cost);
    } finally {
      progress.finish();
    }
  }
}

function facts(ids: IdGenerator, command: AuditJudgeCommand): Pick<Audit, 'id' | 'budget'> {
  const { budgetCalls: calls = null, budgetTokens: tokens = null } = command;
  return { id: ids.next('audit'), budget: { calls, tokens } };
}

/** Has the judge test itself. @returns what that cost. @throws JUDGE_SELF_TEST_FAILED, INTERRUPTED */
async function tested({ judge, command: { signal } }: Audit, allowance: TestBudget): Promise<JudgeUsage> {
  const selfTest = await selfTestOf(judge, allowance, signal);
  try {
    if (!selfTest.ok) refuseInterrupted(signal, AUDIT_LEAVES);
    refuseFailedTest({ judge, selfTest }, allowance);
    return selfTest.usage;
  } catch (error) {
    throw withCost(error, selfTest.usage);
  }
}

function askingTask({ id: auditId, judge, scenario, budget, command }: Audit, spent: JudgeUsage): AskingTask {
  const concurrency = concurrencyOf(judge, command.maxConcurrency);
  return { auditId, judge, scenario, budget, concurrency, spent, signal: command.signal };
}
