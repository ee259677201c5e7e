import { markdownHeadings } from '../../text/markdown-headings.js';
import { isRussianHeading } from '../../text/russian-heading.js';
import type { TimeWindow } from '../../time/time-window.js';
import { FEWEST_POSTS } from '../backfill/backfill-posts.js';
import type { DigestSample } from '../digest-sample.js';
import { commonViolations, isText, shown, when } from './common-rules.js';
import type { RuleViolation } from './rule-violation.js';
import { russianPostsUpTo } from './russian-posts.js';
import { readsRussian } from './reads-russian.js';
import type { ValidationTools } from './validation-tools.js';

/**
 * Checks a digest against every rule of the data set; values are checked as if they came from outside.
 *
 * @returns all rules that it breaks, in a fixed order; nothing when it is good.
 */
export function validateDigest(
  sample: DigestSample,
  window: TimeWindow,
  tools: ValidationTools,
): readonly RuleViolation[] {
  return [
    ...commonViolations(sample, window),
    ...summaryViolations(sample, tools),
    ...headingViolations(sample),
    ...postViolations(sample, tools),
  ];
}

function summaryViolations({ summaryMarkdown }: DigestSample, tools: ValidationTools): readonly RuleViolation[] {
  if (!isText(summaryMarkdown)) return [{ rule: 'summary_not_empty', message: 'summary_markdown is empty.' }];
  return when(
    !readsRussian(summaryMarkdown, tools),
    'russian_text',
    `summary_markdown is not Russian: ${shown(summaryMarkdown)}`,
  );
}

function headingViolations({ summaryMarkdown }: DigestSample): readonly RuleViolation[] {
  const headings = isText(summaryMarkdown) ? markdownHeadings(summaryMarkdown) : [];
  const foreign = headings.find((heading) => !isRussianHeading(heading));
  if (foreign === undefined) return [];
  return [{ rule: 'headings_russian', message: `A heading of summary_markdown is not Russian: ${shown(foreign)}` }];
}

function postViolations({ posts }: DigestSample, tools: ValidationTools): readonly RuleViolation[] {
  const list: unknown = posts;
  const count = Array.isArray(list) ? russianPostsUpTo(FEWEST_POSTS, posts, tools) : 0;
  return when(
    count < FEWEST_POSTS,
    'posts_at_least_three',
    `posts has ${count} in Russian, fewer than ${FEWEST_POSTS}.`,
  );
}
