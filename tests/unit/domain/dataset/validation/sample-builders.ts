import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import type { Post } from '#etalon/domain/dataset/post.js';
import type { ReviewReportSample } from '#etalon/domain/dataset/review-report-sample.js';
import { parseCalendarDay } from '#etalon/domain/time/calendar-day.js';
import { TimeWindow } from '#etalon/domain/time/time-window.js';
import { TimeZone } from '#etalon/domain/time/time-zone.js';

export const WINDOW = TimeWindow.endingOn(parseCalendarDay('2024-12-03')!, 30, TimeZone.named('Europe/Moscow')!);

export const post = (text: string): Post => ({ title: '', summary: '', text });

const POSTS = [
  'Мост через реку открыли после ремонта.',
  'Библиотека будет работать до полуночи.',
  'На площади начали ставить ёлку.',
].map(post);

export const JUDGE = {
  judgeModel: 'lexical',
  promptVersion: '1',
  scores: { coverage: 0.9, accuracy: 1, coherence: 0, informativeness: 0.5 },
  verdict: 'MEETS_EXPECTATIONS',
  notes: '',
} as const;

/** A good digest; `changes` may be of any type, as data from outside is. */
export const digest = (changes: object = {}): DigestSample => ({
  kind: 'digests',
  id: 'digest-lugovoy-2024-12-03',
  channel: '@lugovoy',
  language: 'ru',
  summaryMarkdown: '# Дайджест за 3 декабря\n\n## Мост открыли\n\nМост через реку открыли после ремонта.',
  posts: POSTS,
  latencySeconds: 0.01,
  createdAt: WINDOW.end,
  metadata: {
    featureFlags: { use_new_summarization: true },
    llmModel: 'extractive',
    provenance: 'imported',
    timeRangeHours: 24,
  },
  ...changes,
});

const pass = (name: string) => ({ name, summary: 'Замечаний нет.', recommendations: [], findings: [] });

/** A good review report. */
export const report = (changes: object = {}): ReviewReportSample => ({
  kind: 'review_reports',
  id: 'review-lugovoy-2024-12-03',
  channel: '@lugovoy',
  language: 'ru',
  synthesis: 'Дайджест отражает все посты дня.',
  passes: ['coverage', 'accuracy', 'style'].map(pass),
  latencySeconds: 0.01,
  createdAt: WINDOW.end,
  metadata: { featureFlags: { use_new_summarization: true }, llmModel: 'extractive', provenance: 'imported' },
  ...changes,
});

/** A detector that takes every text for Russian but those that name another language. */
export const TOOLS = { detectLanguage: (text: string) => (text.includes('українськ') ? 'uk' : 'ru') };
