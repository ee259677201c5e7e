import { IsOptional } from 'class-validator';
import { defineHandler } from '../define-handler.js';
import { DatasetName } from '../options/dataset-name.js';
import { OneOf, Text } from '../options/option-rules.js';
import { writeSpotcheckResult } from './write-spotcheck.js';

const LONGEST_NOTE = 2000;

class SignOptions {
  @Text()
  reviewer!: string;

  @OneOf(['engineer', 'analyst'])
  role!: 'engineer' | 'analyst';

  @OneOf(['ok', 'rework'])
  verdict!: 'ok' | 'rework';

  @IsOptional()
  @Text(LONGEST_NOTE)
  note?: string;

  @DatasetName()
  name = 'default';
}

/** `etalon spotcheck sign` */
export const spotcheckSignHandler = defineHandler(SignOptions, async ({ services, output }, options) => {
  const { reviewer, role, verdict, note = '', name } = options;
  const result = await (await services.get('signSpotcheck')).execute({ reviewer, role, verdict, note, name });
  output.json({ ...result.spotcheck, folder: result.folder });
  writeSpotcheckResult(output, result);
  return verdict === 'ok' ? 0 : 2;
});
