import { benchmarkAgreementCommand } from './benchmark/agreement.command.js';
import { benchmarkBaselineSetCommand } from './benchmark/baseline-set.command.js';
import { benchmarkBaselineShowCommand } from './benchmark/baseline-show.command.js';
import { benchmarkCompareCommand } from './benchmark/compare.command.js';
import { benchmarkListCommand } from './benchmark/list.command.js';
import { benchmarkPruneCommand } from './benchmark/prune.command.js';
import { benchmarkReportCommand } from './benchmark/report.command.js';
import { benchmarkResultsCommand } from './benchmark/results.command.js';
import { benchmarkRunCommand } from './benchmark/run.command.js';
import { benchmarkScenariosCommand } from './benchmark/scenarios.command.js';
import { benchmarkShowCommand } from './benchmark/show.command.js';
import { datasetAdoptCommand } from './dataset/adopt.command.js';
import { datasetImportCommand } from './dataset/import.command.js';
import { datasetListCommand } from './dataset/list.command.js';
import { datasetRemoveCommand } from './dataset/remove.command.js';
import { datasetScoreCommand } from './dataset/score.command.js';
import { seedCommand } from './dataset/seed.command.js';
import { datasetShowCommand } from './dataset/show.command.js';
import { datasetVerifyCommand } from './dataset/verify.command.js';
import { exportDigestsCommand } from './export/digests.command.js';
import { exportReviewReportsCommand } from './export/review-reports.command.js';
import { exportSchemaCommand } from './export/schema.command.js';
import { judgeAuditCommand } from './judge/audit.command.js';
import { pilotApproveCommand } from './pilot/approve.command.js';
import { pilotRunCommand } from './pilot/run.command.js';
import { pilotShowCommand } from './pilot/show.command.js';
import { exportVerifyCommand } from './export/verify.command.js';
import { spotcheckSampleCommand } from './spotcheck/sample.command.js';
import { spotcheckSignCommand } from './spotcheck/sign.command.js';
import { statisticsVerifyCommand } from './statistics/verify.command.js';
import { storeCopyCommand } from './store/copy.command.js';
import type { CommandDefinition } from './command-definition.js';

/** What the groups of commands are for. */
export const COMMAND_GROUPS: Readonly<Record<string, string>> = {
  dataset: 'Look after data sets in the store.',
  spotcheck: 'Have people look at samples of the data set.',
  store: 'Move what the store holds.',
  export: 'Write data sets to files that anybody can check.',
  benchmark: 'Score a data set and give a verdict.',
  judge: 'See how far a judge can be trusted.',
  pilot: 'Decide whether a stage may go live.',
  baseline: 'Pin the run that others are compared with.',
  statistics: 'Check the mathematics of the product.',
};

/** Every command, in the order of the help. Adding one is a line here. */
export const COMMANDS: readonly CommandDefinition[] = [
  seedCommand,
  datasetVerifyCommand,
  datasetShowCommand,
  datasetListCommand,
  datasetRemoveCommand,
  datasetAdoptCommand,
  datasetScoreCommand,
  datasetImportCommand,
  spotcheckSampleCommand,
  spotcheckSignCommand,
  exportDigestsCommand,
  exportReviewReportsCommand,
  exportSchemaCommand,
  exportVerifyCommand,
  benchmarkRunCommand,
  benchmarkReportCommand,
  benchmarkShowCommand,
  benchmarkListCommand,
  benchmarkResultsCommand,
  benchmarkCompareCommand,
  benchmarkBaselineSetCommand,
  benchmarkBaselineShowCommand,
  benchmarkAgreementCommand,
  benchmarkPruneCommand,
  pilotRunCommand,
  pilotApproveCommand,
  pilotShowCommand,
  benchmarkScenariosCommand,
  judgeAuditCommand,
  statisticsVerifyCommand,
  storeCopyCommand,
];
