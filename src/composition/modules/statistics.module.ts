import { ContainerModule } from 'inversify';
import { VerifyStatisticsUseCase } from '../../application/statistics/verify-statistics.use-case.js';
import { TOKENS } from '../tokens.js';

/** Checking the statistics against reference vectors. */
export const statisticsModule = new ContainerModule(({ bind }) => {
  bind(TOKENS.verifyStatistics).toResolvedValue((files) => new VerifyStatisticsUseCase(files), [TOKENS.publisher]);
});
