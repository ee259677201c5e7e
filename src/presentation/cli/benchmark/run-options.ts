import { IsOptional, ValidateIf } from 'class-validator';
import type { TimeZone } from '../../../domain/time/time-zone.js';
import { DecimalNumber, FilePath, Text, WholeNumber, Zone } from '../options/option-rules.js';
import { ArtifactOptions } from './artifact-options.js';

const MOST = 1_000_000_000;
const MOST_TOGETHER = 1_000;
const MOST_REPEATS = 1_000;

/** What `etalon benchmark run` can be told. */
export class RunOptions extends ArtifactOptions {
  @ValidateIf(({ resume, scenario }: RunOptions) => resume === undefined || scenario !== undefined)
  @Text()
  scenario?: string;

  @IsOptional()
  @FilePath()
  dataset?: string;

  @IsOptional()
  @Text()
  judge?: string;

  dryRun = false;

  @IsOptional()
  @Text()
  storedJudge?: string;

  @IsOptional()
  @WholeNumber({ min: 1, max: MOST_TOGETHER })
  maxConcurrency?: number;

  @IsOptional()
  @WholeNumber({ min: 1, max: MOST_REPEATS })
  repeats?: number;

  @IsOptional()
  @WholeNumber({ min: 1, max: MOST })
  limit?: number;

  @IsOptional()
  @WholeNumber({ min: 1, max: MOST })
  budgetCalls?: number;

  @IsOptional()
  @WholeNumber({ min: 1, max: Number.MAX_SAFE_INTEGER })
  budgetTokens?: number;

  includeSynthetic = false;

  @IsOptional()
  @Zone()
  timezone?: TimeZone;

  @IsOptional()
  @Text()
  baseline?: string;

  @IsOptional()
  @DecimalNumber({ min: 0.0001, max: 1 })
  margin?: number;

  earlyStop = false;

  @IsOptional()
  @Text()
  resume?: string;
}
