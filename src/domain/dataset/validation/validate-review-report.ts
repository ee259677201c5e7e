import type { TimeWindow } from '../../time/time-window.js';
import type { ReviewReportSample } from '../review-report-sample.js';
import { commonViolations, fieldsOf, isText, shown, when } from './common-rules.js';
import type { RuleViolation } from './rule-violation.js';
import { readsRussian } from './reads-russian.js';
import type { ValidationTools } from './validation-tools.js';

/**
 * Checks a review report against every rule of the data set; values are checked as if they came from outside.
 *
 * @returns all rules that it breaks, in a fixed order; nothing when it is good.
 */
export function validateReviewReport(
  sample: ReviewReportSample,
  window: TimeWindow,
  tools: ValidationTools,
): readonly RuleViolation[] {
  return [...commonViolations(sample, window), ...synthesisViolations(sample, tools), ...passViolations(sample, tools)];
}

function synthesisViolations({ synthesis }: ReviewReportSample, tools: ValidationTools): readonly RuleViolation[] {
  if (!isText(synthesis)) return [{ rule: 'summary_not_empty', message: 'synthesis is empty.' }];
  return when(!readsRussian(synthesis, tools), 'russian_text', `synthesis is not Russian: ${shown(synthesis)}`);
}

function passViolations({ passes }: ReviewReportSample, tools: ValidationTools): readonly RuleViolation[] {
  const list: unknown = passes;
  if (!Array.isArray(list)) return [{ rule: 'passes_present', message: 'passes is not a list.' }];
  const found = list.map(fieldsOf);
  return [
    ...when(!found.some(({ name }) => isText(name)), 'passes_present', 'There is no pass with a name.'),
    ...found.flatMap((pass) => foreignPass(pass, tools)),
  ];
}

function foreignPass(pass: Readonly<Record<string, unknown>>, tools: ValidationTools): readonly RuleViolation[] {
  const { name, summary } = pass;
  return when(
    isText(summary) && !readsRussian(summary, tools),
    'russian_text',
    `The summary of pass ${shown(name)} is not Russian: ${shown(summary)}`,
  );
}
