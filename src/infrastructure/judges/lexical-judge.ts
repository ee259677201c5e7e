import type { Judge, Judgement } from '../../application/ports/judge.port.js';
import type { TextTools } from '../../application/ports/text-tools.port.js';
import { judgeLexically } from '../../domain/benchmark/lexical/judge-lexically.js';
import type { ExportRecord } from '../../domain/export/export-record.js';

/** Goes up whenever the scores of an unchanged sample change: runs before and after are then not comparable. */
const VERSION = 'ru-1';
const HOURS = 3_600_000;
/** The day of a digest's last moment, whatever zone it was written in. */
const SHIFTS = [-12, 0, 14];
const DATE = new Intl.DateTimeFormat('ru', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The built-in judge: deterministic, offline, over Russian stems. */
export class LexicalJudge implements Judge {
  readonly kind = 'lexical';
  readonly model = `lexical-${VERSION}`;
  readonly promptVersion = VERSION;
  readonly promptHash = null;
  readonly cost = 'free';

  constructor(private readonly text: TextTools) {}

  judge(sample: ExportRecord): Promise<Judgement> {
    const { kind, sourceText, summaryMarkdown } = sample;
    const question = { kind, sourceText, summaryMarkdown, context: contextOf(sample) };
    const judgement = judgeLexically(question, (word) => this.text.stem(word));
    if ('unscored' in judgement) return Promise.resolve({ status: 'unscored', reason: judgement.unscored });
    return Promise.resolve({ status: 'scored', scores: { ...judgement.scores }, notes: judgement.notes });
  }
}

/** What a heading may name although no post does: the day and the channel. */
function contextOf({ timestamp, channel }: ExportRecord): string {
  const days = SHIFTS.map((hours) => new Date(timestamp + hours * HOURS));
  const dates = days.map((day) => `${DATE.format(day)} ${day.toISOString().slice(0, 10).replaceAll('-', ' ')}`);
  return ['Канал года', channel.replace('@', '').replaceAll('_', ' '), channel.replace('@', ''), ...dates].join(' ');
}
