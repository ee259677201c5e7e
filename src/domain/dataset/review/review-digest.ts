import { russianDate, russianDayAndMonth } from '../../text/russian-date.js';
import type { CalendarDay } from '../../time/calendar-day.js';
import { parseCalendarDay } from '../../time/calendar-day.js';
import type { DigestSample } from '../digest-sample.js';
import type { ReviewPass } from '../review-report-sample.js';
import { accuracyPass } from './accuracy-pass.js';
import { contentStems } from './content-stems.js';
import { coveragePass } from './coverage-pass.js';
import { passOf } from './pass-result.js';
import { PostIndex } from './post-index.js';
import { REVIEW_PASSES } from './review-passes.js';
import type { ReviewTools } from './review-tools.js';
import { stylePass } from './style-pass.js';
import { summaryOutline } from './summary-outline.js';
import { synthesis } from './synthesis.js';
import { traceDigest } from './trace-digest.js';

/** What a review report says. */
export interface DigestReview {
  readonly synthesis: string;
  readonly passes: readonly ReviewPass[];
}

/**
 * Reviews a digest against the posts of its day: which posts no sentence retells (`coverage`), which sentences,
 * numbers, dates and names no post supports (`accuracy`), and its form (`style`). Sentences and posts are compared by
 * the stems of their words through an inverted index, so the time grows with the length of the texts. The same digest
 * gives the same review.
 */
export function reviewDigest(digest: DigestSample, tools: ReviewTools): DigestReview {
  const stems = contentStems(tools);
  const outline = summaryOutline(digest.summaryMarkdown, stems);
  const index = new PostIndex(digest.posts, stems);
  const trace = traceDigest(outline, index);
  const day = dayOf(digest);
  const coverage = coveragePass(index, trace);
  const accuracy = accuracyPass(index, trace, stems, day && russianDayAndMonth(day));
  const style = stylePass(outline, stems);
  const outcomes = { coverage, accuracy, style };
  return {
    synthesis: synthesis({ title: titleOf(digest, day), outline, ...outcomes }),
    passes: REVIEW_PASSES.map((name) => passOf(name, outcomes[name].summary, outcomes[name].remarks)),
  };
}

/** The day stands at the end of the ids that this product gives; other documents may not say it. */
function dayOf({ id }: DigestSample): CalendarDay | undefined {
  return parseCalendarDay(id.slice(-10));
}

function titleOf({ channel }: DigestSample, day: CalendarDay | undefined): string {
  return day === undefined ? `Дайджест канала ${channel}` : `Дайджест канала ${channel} за ${russianDate(day)}`;
}
