import { ContainerModule } from 'inversify';
import { AuditJudgeUseCase } from '../../application/benchmark/audit-judge.use-case.js';
import { TimeZone } from '../../domain/time/time-zone.js';
import { TOKENS } from '../tokens.js';

const { judges, sampleFiles, paths, random, progress } = TOKENS;

/** The audit of judges. */
export const judgeAuditModule = new ContainerModule(({ bind }) => {
  bind(TOKENS.auditJudge).toResolvedValue(
    (judges, files, paths, random, progress) =>
      new AuditJudgeUseCase({ judges, files, paths, random, progress }, TimeZone.moscow().name),
    [judges, sampleFiles, paths, random, progress],
  );
});
