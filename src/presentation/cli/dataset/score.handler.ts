import { IsOptional } from 'class-validator';
import type { ScoreCommand } from '../../../application/dataset/score/score-command.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import { scoreDocument } from '../../report/score-document.js';
import { defineHandler } from '../define-handler.js';
import { DatasetName } from '../options/dataset-name.js';
import { OneOf, Text, WholeNumber } from '../options/option-rules.js';
import { writeScore } from './write-score.js';

class ScoreOptions {
  @OneOf(['lexical', 'llm'])
  judge!: string;

  @DatasetName()
  name = 'default';

  @IsOptional()
  @OneOf(['digests', 'review_reports'])
  kind?: SampleKind;

  @IsOptional()
  @Text()
  scenario?: string;

  @WholeNumber({ min: 1, max: 1_000 })
  maxConcurrency = 8;

  @IsOptional()
  @WholeNumber({ min: 0, max: 1_000_000_000 })
  budgetCalls?: number;
}

/** `etalon dataset score` */
export const scoreHandler = defineHandler(ScoreOptions, async ({ services, output, signal }, options) => {
  const outcome = await (await services.get('scoreDataset')).execute(commandOf(options, signal));
  output.json(scoreDocument(outcome));
  writeScore(output, outcome);
  return outcome.ok ? 0 : 2;
});

function commandOf(options: ScoreOptions, signal: AbortSignal): ScoreCommand {
  const { name, judge, kind, scenario, maxConcurrency, budgetCalls } = options;
  return {
    ...{ name, judge, maxConcurrency, signal },
    ...(kind === undefined ? {} : { kind }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(budgetCalls === undefined ? {} : { budgetCalls }),
  };
}
