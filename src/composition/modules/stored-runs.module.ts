import { ContainerModule } from 'inversify';
import { CompareRunsUseCase } from '../../application/benchmark/compare-runs.use-case.js';
import { ListRunsUseCase } from '../../application/benchmark/list-runs.use-case.js';
import { MeasureAgreementUseCase } from '../../application/benchmark/measure-agreement.use-case.js';
import { PinBaselineUseCase } from '../../application/benchmark/pin-baseline.use-case.js';
import { ReportRunUseCase } from '../../application/benchmark/report-run.use-case.js';
import { ShowBaselineUseCase } from '../../application/benchmark/show-baseline.use-case.js';
import { ShowRunUseCase } from '../../application/benchmark/show-run.use-case.js';
import { StreamResultsUseCase } from '../../application/benchmark/stream-results.use-case.js';
import { TOKENS } from '../tokens.js';

const { stores, sampleFiles, clock } = TOKENS;

/** What is done with runs that are stored. */
export const storedRunsModule = new ContainerModule(({ bind }) => {
  bind(TOKENS.listRuns).toResolvedValue((stores) => new ListRunsUseCase(stores), [stores]);
  bind(TOKENS.showRun).toResolvedValue((stores) => new ShowRunUseCase(stores), [stores]);
  bind(TOKENS.reportRun).toResolvedValue((stores, files) => new ReportRunUseCase(stores, files), [stores, sampleFiles]);
  bind(TOKENS.streamResults).toResolvedValue((stores) => new StreamResultsUseCase(stores), [stores]);
  bind(TOKENS.compareRuns).toResolvedValue((stores) => new CompareRunsUseCase(stores), [stores]);
  bind(TOKENS.pinBaseline).toResolvedValue((stores, clock) => new PinBaselineUseCase(stores, clock), [stores, clock]);
  bind(TOKENS.showBaseline).toResolvedValue((stores) => new ShowBaselineUseCase(stores), [stores]);
  bind(TOKENS.humanLabels)
    .toResolvedValue(async () => {
      const { JsonlHumanLabels } = await import('../../infrastructure/jsonl/jsonl-human-labels.js');
      return new JsonlHumanLabels();
    })
    .inSingletonScope();
  bind(TOKENS.measureAgreement).toResolvedValue(
    (stores, labels, scenarios) => new MeasureAgreementUseCase(stores, labels, scenarios),
    [stores, TOKENS.humanLabels, TOKENS.scenarios],
  );
});
