import { IsOptional } from 'class-validator';
import type { ExportSamplesCommand } from '../../../application/export/export-samples.command.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { Compression } from '../../../domain/export/compression.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { CalendarDay } from '../../../domain/time/calendar-day.js';
import { DatasetName } from '../options/dataset-name.js';
import {
  ChannelName,
  Day,
  DecimalNumber,
  Excludes,
  FilePath,
  OneOf,
  SeedNumber,
  Text,
  WholeNumber,
} from '../options/option-rules.js';

const MOST = 1_000_000_000;
const MOST_HOURS = 1_000_000;
const LONGEST_LANGUAGE = 35;

/** The options of both exports. */
export class ExportOptions {
  @IsOptional()
  @FilePath()
  output?: string;

  @IsOptional()
  @Day()
  from?: CalendarDay;

  @IsOptional()
  @Day()
  to?: CalendarDay;

  @IsOptional()
  @Excludes('from', 'to')
  @DecimalNumber({ min: 0.001, max: MOST_HOURS })
  hours?: number;

  @ChannelName({ each: true })
  channel: readonly string[] = [];

  @IsOptional()
  @Text(LONGEST_LANGUAGE)
  language?: string;

  @IsOptional()
  @WholeNumber({ min: 1, max: MOST })
  limit?: number;

  realOnly = false;

  @IsOptional()
  @SeedNumber()
  seed?: number;

  @IsOptional()
  @WholeNumber({ min: 1, max: MOST })
  sample?: number;

  skipInvalid = false;

  redact = false;

  @IsOptional()
  @OneOf(['gzip', 'zstd'])
  compress?: Compression;

  @IsOptional()
  @DatasetName()
  name?: string;
}

/**
 * The command that the options mean.
 *
 * @throws USAGE when one of `--seed` and `--sample` lacks the other.
 */
export function exportCommandFrom(kind: SampleKind, options: ExportOptions, signal: AbortSignal): ExportSamplesCommand {
  const { name, channel, seed, sample, output, from, to, hours, language, limit, compress } = options;
  const { realOnly, skipInvalid, redact } = options;
  const values = { output, from, to, hours, language, limit, compress };
  return {
    ...{ kind, realOnly, skipInvalid, redact, signal },
    ...(given(values) as Partial<ExportSamplesCommand>),
    ...(name === undefined ? {} : { dataset: name }),
    ...(channel.length === 0 ? {} : { channels: channel }),
    ...sampling(seed, sample),
  };
}

function given(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function sampling(seed: number | undefined, size: number | undefined): Pick<ExportSamplesCommand, 'sample'> {
  if (seed !== undefined && size !== undefined) return { sample: { seed, size } };
  if (seed === undefined && size === undefined) return {};
  throw new EtalonError('USAGE', '--seed and --sample go together: which chance, and how many records');
}
