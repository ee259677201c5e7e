import { ContainerModule } from 'inversify';
import { AuditJudgeUseCase } from '../../application/benchmark/audit-judge.use-case.js';
import { TimeZone } from '../../domain/time/time-zone.js';
import { TOKENS } from '../tokens.js';

const { scenarios, judges, judgePool, sampleFiles, paths, ids, random } = TOKENS;
const { logger, metrics, tracer, progress } = TOKENS;

/** The audit of judges. */
export const judgeAuditModule = new ContainerModule(({ bind }) => {
  bind(TOKENS.auditJudge).toResolvedValue(
    (scenarios, judges, pool, files, paths, ids, random, logger, metrics, tracer, progress) =>
      new AuditJudgeUseCase(
        { scenarios, judges, pool, files, paths, ids, random, logger, metrics, tracer, progress },
        TimeZone.moscow().name,
      ),
    [scenarios, judges, judgePool, sampleFiles, paths, ids, random, logger, metrics, tracer, progress],
  );
});
