import type {
  AgreementFigures,
  CombinedEstimate,
  JudgeAgreement,
  MetricAgreement,
} from '../../domain/benchmark/agreement/judge-agreement.js';
import { formatNumber } from './format-number.js';
import { formatInterval } from './format-value.js';
import type { ReportRow } from './run-table.js';

const SCORE = { direction: 'higher' } as const;

/** Agreement as JSON: what `etalon benchmark agreement --json` prints (schema `benchmark-agreement.schema.json`). */
export function agreementDocument(runId: string, { metrics, ...counts }: JudgeAgreement): object {
  return { schema_version: 1, run_id: runId, ...counts, metrics: metrics.map(metricDocument) };
}

function metricDocument(metric: MetricAgreement): object {
  const { judgeMean, humanMean, judge, raters, ...rest } = metric;
  const figures = { judge: figuresDocument(judge), raters: raters && figuresDocument(raters) };
  return { ...rest, judge_mean: judgeMean, human_mean: humanMean, ...figures };
}

function figuresDocument({ krippendorffAlpha, quadraticKappa, ac1, ac2 }: AgreementFigures): object {
  return { krippendorff_alpha: krippendorffAlpha, quadratic_kappa: quadraticKappa, ac1, ac2 };
}

/** How far judge and people agree, and people among themselves, as rows. */
export function agreementRows({ metrics }: JudgeAgreement): readonly ReportRow[] {
  return metrics.flatMap((metric) => {
    const judge = {
      metric: metric.name,
      between: 'judge, people',
      labelled: metric.labelled,
      ...figureCells(metric.judge),
    };
    if (metric.raters === null) return [judge];
    return [judge, { metric: '', between: 'people', labelled: metric.labelled, ...figureCells(metric.raters) }];
  });
}

function figureCells({ krippendorffAlpha: alpha, quadraticKappa, ac1, ac2 }: AgreementFigures) {
  return {
    'α interval': figure(alpha.interval),
    'α ordinal': figure(alpha.ordinal),
    'α nominal': figure(alpha.nominal),
    'κ quadratic': figure(quadraticKappa),
    AC1: figure(ac1),
    AC2: figure(ac2),
  };
}

/** What people would say, as rows: the judge's bias, and their labels sharpened by its scores. */
export function combinedRows({ metrics }: JudgeAgreement): readonly ReportRow[] {
  return metrics.map(({ name, judgeMean, humanMean, bias, combined }) => ({
    metric: name,
    judge: figure(judgeMean),
    people: figure(humanMean),
    'judge − people': figure(bias.estimate),
    'interval 95 %': formatInterval(bias.interval, SCORE),
    ...combinedCells(combined),
  }));
}

function combinedCells({ estimate, interval, method, lambda, reason }: CombinedEstimate) {
  return {
    combined: figure(estimate),
    'its interval': formatInterval(interval, SCORE),
    method: lambda === null ? method : `${method}, λ ${formatNumber(lambda, 2)}`,
    reason: reason ?? '',
  };
}

function figure(value: number | null): string {
  return formatNumber(value, 3);
}
