// The public API: what an embedding application may rely on. A test freezes the names.

// Errors
export { ERROR_CATALOGUE } from './domain/errors/error-catalogue.js';
export type { ErrorCode } from './domain/errors/error-catalogue.js';
export type { ErrorEntry } from './domain/errors/error-entry.js';
export { errorReport } from './domain/errors/error-report.js';
export type { ErrorReport } from './domain/errors/error-report.js';
export { EtalonError } from './domain/errors/etalon-error.js';

// Days, zones, windows
export { parseCalendarDay } from './domain/time/calendar-day.js';
export type { CalendarDay } from './domain/time/calendar-day.js';
export type { Instant } from './domain/time/instant.js';
export { TimeWindow } from './domain/time/time-window.js';
export { TimeZone } from './domain/time/time-zone.js';

// Records and data sets
export type { BenchmarkDataset } from './domain/dataset/benchmark-dataset.js';
export { parseChannel } from './domain/dataset/channel.js';
export type { Channel } from './domain/dataset/channel.js';
export type { DatasetReport } from './domain/dataset/coverage/dataset-report.js';
export type { DigestSample } from './domain/dataset/digest-sample.js';
export type { JudgeScores } from './domain/dataset/judge-scores.js';
export type { Post } from './domain/dataset/post.js';
export type { Provenance } from './domain/dataset/provenance.js';
export type { ReviewReportSample } from './domain/dataset/review-report-sample.js';
export { sampleContent } from './domain/dataset/sample-content.js';
export type { Sample, SampleKind } from './domain/dataset/sample.js';
export type { ExportRecord } from './domain/export/export-record.js';
export type { JudgeAudit } from './domain/benchmark/audit/judge-audit.js';
export type { RunComparison } from './domain/benchmark/comparison/run-comparison.js';
export type { BenchmarkRun } from './domain/benchmark/benchmark-run.js';
export type { JudgeUsage } from './domain/benchmark/judge-usage.js';
export type { RecordedJudge } from './domain/benchmark/recorded-judge.js';
export type { JudgeFault, SampleResult } from './domain/benchmark/sample-result.js';
export type { Scenario } from './domain/benchmark/scenario.js';
export { canonicalJson } from './domain/shared/canonical-json.js';
export type { JsonValue } from './domain/shared/json-value.js';
export type { RandomSource } from './domain/shared/random-source.js';

// Statistics: the formulas behind the verdicts
export { betaCdf, betaQuantile } from './domain/statistics/distributions/beta-distribution.js';
export type { Interval } from './domain/statistics/interval.js';
export { normalCdf, normalQuantile } from './domain/statistics/distributions/normal-distribution.js';
export { oneSidedQuantileBounds, orderStatisticInterval } from './domain/statistics/order-statistic-interval.js';
export { quantileType7 } from './domain/statistics/quantile.js';
export { stratifiedMean } from './domain/statistics/stratified-mean.js';
export { tCdf, tQuantile } from './domain/statistics/distributions/t-distribution.js';
export { wilsonInterval } from './domain/statistics/wilson-interval.js';
export { detectableEffect } from './domain/statistics/comparison/detectable-effect.js';
export { equivalenceTest } from './domain/statistics/comparison/equivalence-test.js';
export { hodgesLehmann } from './domain/statistics/comparison/hodges-lehmann.js';
export { logRatio } from './domain/statistics/comparison/log-ratio.js';
export { mannWhitney } from './domain/statistics/comparison/mann-whitney.js';
export { nonInferiorityTest } from './domain/statistics/comparison/non-inferiority-test.js';
export { pairedLogRatio } from './domain/statistics/comparison/paired-log-ratio.js';
export { stratifiedDifference } from './domain/statistics/comparison/stratified-difference.js';
export { benjaminiHochberg } from './domain/statistics/multiplicity/benjamini-hochberg.js';
export { holm } from './domain/statistics/multiplicity/holm.js';
export { clusterBootstrap, clusterTotals } from './domain/statistics/resampling/cluster-bootstrap.js';
export { BETTING_START, anytimeP, bettingTest } from './domain/statistics/sequential/betting-test.js';
export { NO_BETS, observeDifference, stopDecision } from './domain/statistics/sequential/paired-stop.js';

// Metrics
export { METRIC_CATALOGUE } from './domain/observability/metric-catalogue.js';
export type { MetricName } from './domain/observability/metric-catalogue.js';
export { ObservabilityPolicy } from './domain/observability/observability-policy.js';

// Use cases
export { AdoptDatasetUseCase } from './application/dataset/adopt-dataset.use-case.js';
export { ListDatasetsUseCase } from './application/dataset/list-datasets.use-case.js';
export { RemoveDatasetUseCase } from './application/dataset/remove-dataset.use-case.js';
export { ScoreDatasetUseCase } from './application/dataset/score/score-dataset.use-case.js';
export type { ScoreCommand } from './application/dataset/score/score-command.js';
export type { ScoreOutcome } from './application/dataset/score/score-outcome.js';
export { SeedBenchmarkDataUseCase } from './application/dataset/seed-benchmark-data.use-case.js';
export type { SeedCommand } from './application/dataset/seed/seed-command.js';
export type { SeedOutcome } from './application/dataset/seed/seed-outcome.js';
export type { SeedPorts } from './application/dataset/seed/seed-ports.js';
export { ShowDatasetUseCase } from './application/dataset/show-dataset.use-case.js';
export { SampleSpotcheckUseCase } from './application/dataset/spotcheck/sample-spotcheck.use-case.js';
export { SignSpotcheckUseCase } from './application/dataset/spotcheck/sign-spotcheck.use-case.js';
export { VerifyDatasetUseCase } from './application/dataset/verify-dataset.use-case.js';
export { ExportSamplesUseCase } from './application/export/export-samples.use-case.js';
export { AuditJudgeUseCase } from './application/benchmark/audit-judge.use-case.js';
export { CompareRunsUseCase } from './application/benchmark/compare-runs.use-case.js';
export { VerifyExportUseCase } from './application/export/verify/verify-export.use-case.js';
export { ListRunsUseCase } from './application/benchmark/list-runs.use-case.js';
export { ListScenariosUseCase } from './application/benchmark/list-scenarios.use-case.js';
export { ReportRunUseCase } from './application/benchmark/report-run.use-case.js';
export { RunBenchmarkUseCase } from './application/benchmark/run-benchmark.use-case.js';
export { ImportDocumentsUseCase } from './application/dataset/import/import-documents.use-case.js';
export { CopyStoreUseCase } from './application/store/copy-store.use-case.js';
export { ShowRunUseCase } from './application/benchmark/show-run.use-case.js';

// Ports: what to implement to bring your own
export type * from './application/ports/clock.port.js';
export type * from './application/ports/dataset.repository.port.js';
export type * from './application/ports/digester.port.js';
export type * from './application/ports/document-schemas.port.js';
export type * from './application/ports/export-folders.port.js';
export type * from './application/ports/export-schemas.port.js';
export type * from './application/ports/export-writer.port.js';
export type * from './application/ports/hardware-facts.port.js';
export type * from './application/ports/hasher.port.js';
export type * from './application/ports/id-generator.port.js';
export type * from './application/ports/judge.port.js';
export type * from './application/ports/llm.port.js';
export type * from './application/ports/logger.port.js';
export type * from './application/ports/metrics.port.js';
export type * from './application/ports/post-source.port.js';
export type * from './application/ports/post-spool.port.js';
export type * from './application/ports/progress.port.js';
export type * from './application/ports/publisher.port.js';
export type * from './application/ports/random-factory.port.js';
export type * from './application/ports/run.repository.port.js';
export type * from './application/ports/sample-files.port.js';
export type * from './application/ports/sample.repository.port.js';
export type * from './application/ports/scenario.repository.port.js';
export type * from './application/ports/settings.port.js';
export type * from './application/ports/span-log.port.js';
export type * from './application/ports/store-lock.port.js';
export type * from './application/ports/document-files.port.js';
export type * from './application/ports/import-spool.port.js';
export type * from './application/ports/sample-documents.port.js';
export type * from './application/ports/store-documents.port.js';
export type * from './application/ports/store-targets.port.js';
export type * from './application/ports/store-snapshot.port.js';
export type * from './application/ports/store.port.js';
export type * from './application/ports/text-tools.port.js';
export type * from './application/ports/tracer.port.js';

// Wiring
export { createContainer } from './composition/create-container.js';
export type { EtalonContainer, ServiceOverrides } from './composition/create-container.js';
export type { ServiceMap, ServiceName } from './composition/service-map.js';
export { loadSettings } from './infrastructure/config/load-settings.js';
export type { SettingSources } from './infrastructure/config/load-settings.js';
