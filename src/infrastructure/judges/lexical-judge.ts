import type { Judge, Judgement } from '../../application/ports/judge.port.js';
import type { TextTools } from '../../application/ports/text-tools.port.js';
import { Lexicon } from '../../domain/benchmark/lexical/lexicon.js';
import { judgeLexically } from '../../domain/benchmark/lexical/judge-lexically.js';
import { SCORE_NAMES } from '../../domain/dataset/judge-scores.js';
import type { ExportRecord } from '../../domain/export/export-record.js';
import { russianDayAndMonth } from '../../domain/text/russian-date.js';
import type { CalendarDay } from '../../domain/time/calendar-day.js';
import type { Instant } from '../../domain/time/instant.js';
import { toIso } from '../../domain/time/instant.js';

/** Goes up whenever the scores of an unchanged sample change: runs before and after are then not comparable. */
const VERSION = 'ru-7';
const HOURS = 3_600_000;
/**
 * A digest is dated with the last moment of its day: ten hours before, it is that day in every zone from -10 to +14. One
 * that was written at another time of the day is dated with that day too.
 */
const SHIFTS = [-10, 0];
/** The built-in judge: deterministic, offline, over Russian stems. */
export class LexicalJudge implements Judge {
  readonly kind = 'lexical';
  readonly model = `lexical-${VERSION}`;
  readonly promptVersion = VERSION;
  readonly promptHash = null;
  readonly cost = 'free';
  readonly metrics = SCORE_NAMES;

  readonly #lexicon: Lexicon;

  constructor(text: TextTools) {
    this.#lexicon = new Lexicon((word) => text.stem(word));
  }

  judge(sample: ExportRecord): Promise<Judgement> {
    const { kind, sourceText, summaryMarkdown } = sample;
    const question = { kind, sourceText, summaryMarkdown, context: contextOf(sample) };
    const judgement = judgeLexically(question, this.#lexicon);
    if ('unscored' in judgement) return Promise.resolve({ status: 'unscored', reason: judgement.unscored });
    return Promise.resolve({ status: 'scored', scores: { ...judgement.scores }, notes: judgement.notes });
  }
}

/** What a heading may name although no post does: the day and the channel. */
function contextOf({ timestamp, channel }: ExportRecord): string {
  const dates = SHIFTS.map((hours) => dateOf(timestamp + hours * HOURS));
  return ['Канал года', channel.replace('@', '').replaceAll('_', ' '), channel.replace('@', ''), ...dates].join(' ');
}

/** As Russian writes a day: "3 декабря 2024 г.". */
function dateOf(instant: Instant): string {
  const day = toIso(instant).slice(0, 10) as CalendarDay;
  return `${russianDayAndMonth(day)} ${day.slice(0, 4)} г.`;
}
