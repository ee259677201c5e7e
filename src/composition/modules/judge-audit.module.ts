import { ContainerModule } from 'inversify';
import { AuditJudgeUseCase } from '../../application/benchmark/audit-judge.use-case.js';
import { TimeZone } from '../../domain/time/time-zone.js';
import { TOKENS } from '../tokens.js';

const { scenarios, judges, sampleFiles, paths, random, progress } = TOKENS;

/** The audit of judges. */
export const judgeAuditModule = new ContainerModule(({ bind }) => {
  bind(TOKENS.auditJudge).toResolvedValue(
    (scenarios, judges, files, paths, random, progress) =>
      new AuditJudgeUseCase({ scenarios, judges, files, paths, random, progress }, TimeZone.moscow().name),
    [scenarios, judges, sampleFiles, paths, random, progress],
  );
});
