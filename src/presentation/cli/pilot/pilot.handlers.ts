import { IsOptional } from 'class-validator';
import { defineHandler } from '../define-handler.js';
import { FilePath, OneOf, StageName, Text } from '../options/option-rules.js';
import { writePilot } from './write-pilot.js';

class PilotStageOptions {
  @StageName()
  stage!: string;
}

class PilotRunOptions extends PilotStageOptions {
  @IsOptional()
  @FilePath()
  dataset?: string;

  @IsOptional()
  @Text()
  judge?: string;
}

class PilotApproveOptions extends PilotStageOptions {
  @Text(64)
  role!: string;

  @Text(200)
  reviewer!: string;

  @OneOf(['approve', 'reject'])
  verdict: 'approve' | 'reject' = 'approve';

  @IsOptional()
  @Text(2000)
  note?: string;
}

/** `etalon pilot run` */
export const pilotRunHandler = defineHandler(PilotRunOptions, async ({ services, output, signal }, options) => {
  const { stage, dataset, judge } = options;
  const useCase = await services.get('runPilot');
  const chosen = { ...(dataset === undefined ? {} : { dataset }), ...(judge === undefined ? {} : { judge }) };
  return writePilot(output, await useCase.execute({ stage, signal, ...chosen }));
});

/** `etalon pilot approve` */
export const pilotApproveHandler = defineHandler(PilotApproveOptions, async ({ services, output }, options) => {
  const { stage, role, reviewer, verdict, note = '' } = options;
  const useCase = await services.get('approvePilot');
  return writePilot(output, await useCase.execute({ stage, role, reviewer, verdict, note }));
});

/** `etalon pilot show` */
export const pilotShowHandler = defineHandler(PilotStageOptions, async ({ services, output }, { stage }) =>
  writePilot(output, await (await services.get('showPilot')).execute({ stage })),
);
