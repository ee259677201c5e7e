import { AUDIT_DEFECTS } from '../../domain/benchmark/audit/audit-defects.js';
import type { AuditedText, DefectRow, JudgeAudit } from '../../domain/benchmark/audit/judge-audit.js';
import { rewriteSummary } from '../../domain/benchmark/audit/rewrite/rewrite-summary.js';
import type { JudgeRegistry } from '../ports/judge.port.js';
import type { ProgressReporter, ProgressTask } from '../ports/progress.port.js';
import type { DataPaths } from '../ports/publisher.port.js';
import type { RandomFactory } from '../ports/random-factory.port.js';
import type { ScenarioRepository } from '../ports/scenario.repository.port.js';
import type { SampleFiles } from '../ports/sample-files.port.js';
import { Asking } from './audit/asking.js';
import { auditControl } from './audit/audit-control.js';
import { auditedJudge } from './audit/audited-judge.js';
import { auditDefect } from './audit/audit-defect.js';
import { auditInjections, injectionCount } from './audit/audit-injections.js';
import type { CleanSample } from './audit/clean-samples.js';
import { originalSamples, rewrittenSamples } from './audit/clean-samples.js';
import { drawAuditSamples } from './audit/draw-audit-samples.js';
import { kindOfDataset } from './audit/kind-of-dataset.js';
import type { AuditSample } from './audit/load-audit-samples.js';
import { findDataset } from './find-dataset.js';

/** What an audit is asked to do. */
export interface AuditJudgeCommand {
  /** The judge's kind. */
  readonly judge: string;
  /** The data set file, of either kind; the newest export of digests when left out. */
  readonly dataset?: string;
  /** Decides which samples are spoilt, and how. */
  readonly seed: number;
  /** Pairs for each defect, as far as there are samples. ≥ 1 */
  readonly perDefect: number;
  /** The zone whose calendar days are the clusters; the manifest's, else Europe/Moscow, when left out. */
  readonly timezone?: string;
  readonly signal?: AbortSignal;
}

/** What an audit needs from the world. */
export interface AuditJudgePorts {
  readonly scenarios: ScenarioRepository;
  readonly judges: JudgeRegistry;
  readonly files: SampleFiles;
  readonly paths: DataPaths;
  readonly random: RandomFactory;
  readonly progress: ProgressReporter;
}

/** Of so many times the wanted pairs samples are drawn: not every one offers a place for every defect. */
const SPARE = 4;
const TEXTS: readonly AuditedText[] = ['original', 'rewritten'];

/** Spoils good samples one defect at a time and shows what a judge makes of it. */
export class AuditJudgeUseCase {
  constructor(
    private readonly ports: AuditJudgePorts,
    private readonly defaultTimezone: string,
  ) {}

  /** @throws BENCHMARK_JUDGE_UNKNOWN; USAGE for the judge `stored`, which reads nothing; a failed self-test; what reading the data set throws; INTERRUPTED. */
  async execute(command: AuditJudgeCommand): Promise<JudgeAudit> {
    const { seed, perDefect, signal } = command;
    const kind = command.dataset === undefined ? 'digests' : await kindOfDataset(this.ports.files, command.dataset);
    const judge = await auditedJudge(this.ports, command.judge, kind, signal);
    const found = await findDataset(this.ports, command, kind, this.defaultTimezone);
    const draw = { kind, seed, size: SPARE * perDefect, signal };
    const { samples, dataset } = await drawAuditSamples(this.ports, found, draw);
    const figures = await this.#figures(new Asking(judge, signal), samples, command);
    return {
      judge: { kind: judge.kind, model: judge.model, promptHash: judge.promptHash },
      ...{ dataset, timezone: found.zone.name, seed, perDefect, ...figures },
      ok: [...figures.defects, ...figures.injections].every(({ ok }) => ok !== false),
    };
  }

  async #figures(asking: Asking, samples: readonly AuditSample[], command: AuditJudgeCommand) {
    const most = Math.min(command.perDefect, samples.length);
    const total = TEXTS.length * AUDIT_DEFECTS.length * command.perDefect + injectionCount(most);
    const progress = this.ports.progress.start('Auditing', total);
    const original = originalSamples(asking, samples);
    const rewritten = rewrittenSamples(asking, samples, rewriteSummary);
    try {
      const defects = await this.#defects(asking, progress, { original, rewritten }, command);
      const control = await auditControl(original.slice(0, most), rewritten);
      return { defects, control, injections: await auditInjections(asking, progress, original.slice(0, most)) };
    } finally {
      progress.finish();
    }
  }

  async #defects(
    asking: Asking,
    progress: ProgressTask,
    samples: Readonly<Record<AuditedText, readonly CleanSample[]>>,
    { perDefect, seed }: AuditJudgeCommand,
  ): Promise<readonly DefectRow[]> {
    const rows: DefectRow[] = [];
    const tools = { random: this.ports.random, asking, progress };
    for (const text of TEXTS)
      for (const defect of AUDIT_DEFECTS)
        rows.push(...(await auditDefect(tools, { defect, text, samples: samples[text], perDefect, seed })));
    return rows;
  }
}
