import { markdownHeadings } from '../../text/markdown-headings.js';
import { counted } from '../../text/russian-plural.js';
import type { TimeWindow } from '../../time/time-window.js';
import type { DigestSample } from '../digest-sample.js';
import type { ReviewReportSample } from '../review-report-sample.js';
import type { Sample } from '../sample.js';
import { fieldsOf, isText } from './common-rules.js';
import type { RuleName, RuleViolation } from './rule-violation.js';
import { validateDigest } from './validate-digest.js';
import { validateReviewReport } from './validate-review-report.js';
import type { ValidationTools } from './validation-tools.js';

/** What the checklist asks; the names are part of what the spot check writes. */
export type ChecklistItemName =
  | 'headings_russian'
  | 'text_russian'
  | 'three_russian_posts'
  | 'three_passes'
  | 'latency_present'
  | 'flags_present'
  | 'time_in_window';

/** One line of the checklist: what was asked, whether it holds, and a note in Russian for the person who signs. */
export interface ChecklistItem {
  readonly item: ChecklistItemName;
  readonly ok: boolean;
  readonly note: string;
}

/**
 * The automatic part of the RU checklist for one record: headings and text in Russian, three Russian posts (for a
 * review report its three passes), latency and flags present, time inside the window.
 */
export function checkRussianLocalisation(
  sample: Sample,
  window: TimeWindow,
  tools: ValidationTools,
): readonly ChecklistItem[] {
  return sample.kind === 'digests'
    ? digestChecklist(sample, validateDigest(sample, window, tools))
    : reportChecklist(sample, validateReviewReport(sample, window, tools));
}

function digestChecklist(sample: DigestSample, violations: readonly RuleViolation[]): readonly ChecklistItem[] {
  const posts = `в записи ${counted(lengthOf(sample.posts), ['пост', 'поста', 'постов'])}`;
  return [
    headingsItem(sample, violations),
    textItem(violations),
    item('three_russian_posts', violations, ['posts_at_least_three'], posts),
    ...sharedItems(sample, violations),
  ];
}

function reportChecklist(sample: ReviewReportSample, violations: readonly RuleViolation[]): readonly ChecklistItem[] {
  const names = lengthOf(sample.passes) === 0 ? 'нет' : sample.passes.map(({ name }) => name).join(', ');
  return [
    textItem(violations),
    item('three_passes', violations, ['passes_present'], `проходы: ${names}`),
    ...sharedItems(sample, violations),
  ];
}

function textItem(violations: readonly RuleViolation[]): ChecklistItem {
  const rules = ['russian_text', 'summary_not_empty', 'language_ru'] as const;
  return item('text_russian', violations, rules, 'текст на русском языке');
}

function sharedItems(sample: Sample, violations: readonly RuleViolation[]): readonly ChecklistItem[] {
  const flags = Object.keys(fieldsOf(fieldsOf(sample.metadata)['featureFlags'])).length;
  return [
    item('latency_present', violations, ['latency_positive'], `${sample.latencySeconds} с`),
    flagsItem(flags, violations),
    item('time_in_window', violations, ['timestamp_in_window'], 'время внутри окна'),
  ];
}

/** A digest without headings breaks no rule of the data set, but a reader of the checklist asks for them. */
function headingsItem(sample: DigestSample, violations: readonly RuleViolation[]): ChecklistItem {
  const count = isText(sample.summaryMarkdown) ? markdownHeadings(sample.summaryMarkdown).length : 0;
  if (count === 0) return { item: 'headings_russian', ok: false, note: 'заголовков нет' };
  const note = counted(count, ['заголовок', 'заголовка', 'заголовков']);
  return item('headings_russian', violations, ['headings_russian'], note);
}

function flagsItem(count: number, violations: readonly RuleViolation[]): ChecklistItem {
  if (count === 0) return { item: 'flags_present', ok: false, note: 'флагов нет' };
  return item('flags_present', violations, ['flags_boolean'], counted(count, ['флаг', 'флага', 'флагов']));
}

function item(
  name: ChecklistItemName,
  violations: readonly RuleViolation[],
  rules: readonly RuleName[],
  good: string,
): ChecklistItem {
  const broken = violations.filter(({ rule }) => rules.includes(rule));
  const note = broken.length === 0 ? good : broken.map(({ message }) => message).join(' ');
  return { item: name, ok: broken.length === 0, note };
}

/** Data from outside may hold anything where a list belongs. */
function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}
