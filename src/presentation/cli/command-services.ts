import type { AuditJudgeUseCase } from '../../application/benchmark/audit-judge.use-case.js';
import type { CompareRunsUseCase } from '../../application/benchmark/compare-runs.use-case.js';
import type { ListRunsUseCase } from '../../application/benchmark/list-runs.use-case.js';
import type { ListScenariosUseCase } from '../../application/benchmark/list-scenarios.use-case.js';
import type { MeasureAgreementUseCase } from '../../application/benchmark/measure-agreement.use-case.js';
import type { PinBaselineUseCase } from '../../application/benchmark/pin-baseline.use-case.js';
import type { ApprovePilotUseCase } from '../../application/benchmark/pilot/approve-pilot.use-case.js';
import type { RunPilotUseCase } from '../../application/benchmark/pilot/run-pilot.use-case.js';
import type { ShowPilotUseCase } from '../../application/benchmark/pilot/show-pilot.use-case.js';
import type { PruneRunsUseCase } from '../../application/benchmark/prune-runs.use-case.js';
import type { ReportRunUseCase } from '../../application/benchmark/report-run.use-case.js';
import type { RunBenchmarkUseCase } from '../../application/benchmark/run-benchmark.use-case.js';
import type { ShowBaselineUseCase } from '../../application/benchmark/show-baseline.use-case.js';
import type { ShowRunUseCase } from '../../application/benchmark/show-run.use-case.js';
import type { StreamResultsUseCase } from '../../application/benchmark/stream-results.use-case.js';
import type { AdoptDatasetUseCase } from '../../application/dataset/adopt-dataset.use-case.js';
import type { ListDatasetsUseCase } from '../../application/dataset/list-datasets.use-case.js';
import type { RemoveDatasetUseCase } from '../../application/dataset/remove-dataset.use-case.js';
import type { ScoreDatasetUseCase } from '../../application/dataset/score/score-dataset.use-case.js';
import type { SeedBenchmarkDataUseCase } from '../../application/dataset/seed-benchmark-data.use-case.js';
import type { ShowDatasetUseCase } from '../../application/dataset/show-dataset.use-case.js';
import type { VerifyDatasetUseCase } from '../../application/dataset/verify-dataset.use-case.js';
import type { SampleSpotcheckUseCase } from '../../application/dataset/spotcheck/sample-spotcheck.use-case.js';
import type { SignSpotcheckUseCase } from '../../application/dataset/spotcheck/sign-spotcheck.use-case.js';
import type { ExportSamplesUseCase } from '../../application/export/export-samples.use-case.js';
import type { ListExportSchemasUseCase } from '../../application/export/list-export-schemas.use-case.js';
import type { VerifyExportUseCase } from '../../application/export/verify/verify-export.use-case.js';
import type { Clock } from '../../application/ports/clock.port.js';
import type { DocsFolder } from '../../application/ports/docs-folder.port.js';
import type { HardwareFactsPort } from '../../application/ports/hardware-facts.port.js';
import type { OutputGuard } from '../../application/ports/output-guard.port.js';
import type { FilePublisher } from '../../application/ports/publisher.port.js';
import type { ImportDocumentsUseCase } from '../../application/dataset/import/import-documents.use-case.js';
import type { CopyStoreUseCase } from '../../application/store/copy-store.use-case.js';
import type { Tracer } from '../../application/ports/tracer.port.js';
import type { VerifyStatisticsUseCase } from '../../application/statistics/verify-statistics.use-case.js';

/**
 * What commands can ask for, by name. To add a use case: one line here, its token in `composition/tokens.ts` (the
 * compiler asks for it) and its binding in a module under `composition/modules/`.
 */
export interface CommandServiceMap {
  readonly docsFolder: DocsFolder;
  readonly clock: Clock;
  readonly hardwareFacts: HardwareFactsPort;
  readonly tracer: Tracer;
  readonly seedBenchmarkData: SeedBenchmarkDataUseCase;
  readonly verifyDataset: VerifyDatasetUseCase;
  readonly listDatasets: ListDatasetsUseCase;
  readonly showDataset: ShowDatasetUseCase;
  readonly removeDataset: RemoveDatasetUseCase;
  readonly runBenchmark: RunBenchmarkUseCase;
  readonly listRuns: ListRunsUseCase;
  readonly showRun: ShowRunUseCase;
  readonly reportRun: ReportRunUseCase;
  readonly compareRuns: CompareRunsUseCase;
  readonly pinBaseline: PinBaselineUseCase;
  readonly showBaseline: ShowBaselineUseCase;
  readonly pruneRuns: PruneRunsUseCase;
  readonly streamResults: StreamResultsUseCase;
  readonly runPilot: RunPilotUseCase;
  readonly approvePilot: ApprovePilotUseCase;
  readonly showPilot: ShowPilotUseCase;
  readonly measureAgreement: MeasureAgreementUseCase;
  readonly listScenarios: ListScenariosUseCase;
  readonly auditJudge: AuditJudgeUseCase;
  readonly publisher: FilePublisher;
  readonly outputGuard: OutputGuard;
  readonly adoptDataset: AdoptDatasetUseCase;
  readonly scoreDataset: ScoreDatasetUseCase;
  readonly sampleSpotcheck: SampleSpotcheckUseCase;
  readonly signSpotcheck: SignSpotcheckUseCase;
  readonly exportSamples: ExportSamplesUseCase;
  readonly listExportSchemas: ListExportSchemasUseCase;
  readonly verifyStatistics: VerifyStatisticsUseCase;
  readonly copyStore: CopyStoreUseCase;
  readonly importDocuments: ImportDocumentsUseCase;
  readonly verifyExport: VerifyExportUseCase;
}

/** Gives services when they are asked for, so that a command loads only what it uses. */
export interface CommandServices {
  get<N extends keyof CommandServiceMap>(name: N): Promise<CommandServiceMap[N]>;
}
