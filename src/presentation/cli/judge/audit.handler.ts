import { IsOptional } from 'class-validator';
import type { AuditJudgeCommand } from '../../../application/benchmark/audit-judge.use-case.js';
import type { TimeZone } from '../../../domain/time/time-zone.js';
import { auditDocument } from '../../report/audit-document.js';
import { defineHandler } from '../define-handler.js';
import { FilePath, SeedNumber, Text, WholeNumber, Zone } from '../options/option-rules.js';
import { writeAudit } from './write-audit.js';

class AuditOptions {
  @Text()
  judge!: string;

  @IsOptional()
  @FilePath()
  dataset?: string;

  @SeedNumber()
  seed = 1;

  @WholeNumber({ min: 1, max: 1000 })
  perDefect = 50;

  @IsOptional()
  @Zone()
  timezone?: TimeZone;
}

/** `etalon judge audit` */
export const judgeAuditHandler = defineHandler(AuditOptions, async ({ services, output, signal }, options) => {
  const audit = await (await services.get('auditJudge')).execute({ ...commandOf(options), signal });
  output.json(auditDocument(audit));
  writeAudit(output, audit);
  return audit.ok ? 0 : 2;
});

function commandOf({ judge, dataset, seed, perDefect, timezone }: AuditOptions): AuditJudgeCommand {
  return {
    ...{ judge, seed, perDefect },
    ...(dataset === undefined ? {} : { dataset }),
    ...(timezone === undefined ? {} : { timezone: timezone.name }),
  };
}
