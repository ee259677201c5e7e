import { IsOptional } from 'class-validator';
import type { AuditJudgeCommand } from '../../../application/benchmark/audit-judge.command.js';
import type { JudgeUsage } from '../../../domain/benchmark/judge-usage.js';
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
  @WholeNumber({ min: 1, max: 1_000 })
  maxConcurrency?: number;

  @IsOptional()
  @WholeNumber({ min: 1, max: 1_000_000_000 })
  budgetCalls?: number;

  @IsOptional()
  @WholeNumber({ min: 1, max: Number.MAX_SAFE_INTEGER })
  budgetTokens?: number;

  @IsOptional()
  @Zone()
  timezone?: TimeZone;
}

/** `etalon judge audit` */
export const judgeAuditHandler = defineHandler(AuditOptions, async ({ services, output, signal }, options) => {
  const onPlan = (cost: JudgeUsage): void => {
    output.note(planSentence(cost));
  };
  const audit = await (await services.get('auditJudge')).execute({ ...commandOf(options), onPlan, signal });
  output.json(auditDocument(audit));
  writeAudit(output, audit);
  return audit.ok ? 0 : 2;
});

function commandOf({ timezone, ...options }: AuditOptions): AuditJudgeCommand {
  return timezone === undefined ? options : { ...options, timezone: timezone.name };
}

function planSentence({ calls, tokensIn, tokensOut }: JudgeUsage): string {
  const tokens = `about ${tokensIn} tokens in and ${tokensOut} out`;
  return `The audit takes ${calls} calls of the judge if each is answered at once (${tokens}); answers that were kept cost nothing.`;
}
