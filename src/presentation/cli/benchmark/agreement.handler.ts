import { IsOptional } from 'class-validator';
import type { JudgeAgreement } from '../../../domain/benchmark/agreement/judge-agreement.js';
import { NAMELESS_RATER } from '../../../domain/benchmark/agreement/human-label.js';
import { agreementDocument, agreementRows, combinedRows } from '../../report/agreement-report.js';
import { defineHandler } from '../define-handler.js';
import { FilePath, Text } from '../options/option-rules.js';
import type { Output } from '../output/output.js';

class AgreementOptions {
  @FilePath()
  human!: string;

  @IsOptional()
  @Text()
  run?: string;
}

/** `etalon benchmark agreement` */
export const agreementHandler = defineHandler(AgreementOptions, async ({ services, output }, options) => {
  const { human: labels, run: runId } = options;
  const useCase = await services.get('measureAgreement');
  const { run, agreement } = await useCase.execute({ labels, ...(runId === undefined ? {} : { runId }) });
  output.json(agreementDocument(run.id, agreement));
  writeAgreement(output, agreement);
  output.line(output.style.dim(`run ${run.id}, judge ${run.judge.model}`));
  return 0;
});

const GRADES =
  'All but α interval are of PASS, WARN and FAIL: scores by the values of the judge, labels by those of the scenario.';

function writeAgreement(output: Output, agreement: JudgeAgreement): void {
  const { raters, labels, repeated, unmatched, ignored } = agreement;
  output.table(agreementRows(agreement));
  output.line();
  output.table(combinedRows(agreement));
  output.line();
  output.line(output.style.dim('The combined interval takes samples as independent, which those of one day are not.'));
  output.line(output.style.dim(GRADES));
  output.line(
    `${labels} labels of ${raters.length} raters, ${unmatched} of them about no sample that is scored and counts.`,
  );
  if (ignored.length > 0)
    output.line(output.style.yellow(`The run has no metric ${ignored.join(', ')}: labels of it are left out.`));
  if (repeated > 0) output.line(output.style.yellow(repetition(agreement)));
}

function repetition({ repeated, raters }: JudgeAgreement): string {
  const nameless = raters.includes(NAMELESS_RATER)
    ? `; labels without a rater count as those of one, "${NAMELESS_RATER}"`
    : '';
  return `${repeated} labels repeat what their rater had said of the sample before: the last word counts${nameless}.`;
}
