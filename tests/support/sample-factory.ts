import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import type { Provenance } from '#etalon/domain/dataset/provenance.js';
import type { ReviewReportSample } from '#etalon/domain/dataset/review-report-sample.js';

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2024, 0, 1, 20, 59, 59, 999);
const WORDS = 'город открыл новый мост через реку и жители увидели первый поезд утром после долгого ремонта'.split(' ');

/** A sentence that depends on its number alone. */
export function sentence(number: number, words = 12): string {
  return `${Array.from({ length: words }, (_, place) => WORDS[(number * 7 + place * 3) % WORDS.length]).join(' ')}.`;
}

/** The digest with a number: five channels take turns, days follow each other. */
export function digest(number: number, changes: Partial<DigestSample> = {}): DigestSample {
  const channel = `@channel_${String.fromCharCode(97 + (number % 5))}`;
  const createdAt = FIRST + Math.floor(number / 5) * DAY_MS;
  return {
    kind: 'digests',
    id: `digest-${channel.slice(1)}-${String(number).padStart(6, '0')}`,
    channel,
    language: 'ru',
    summaryMarkdown: `## Главное\n\n${sentence(number)}\n\n- ${sentence(number + 1)}`,
    posts: [0, 1, 2].map((place) => ({
      title: sentence(number + place, 4),
      summary: sentence(number + place + 5),
      text: `${sentence(number + place)} **${sentence(place, 20)}**`,
      messageId: number * 10 + place,
      date: createdAt - place * 1_000,
    })),
    latencySeconds: 0.25 + (number % 7),
    createdAt,
    metadata: metadata(number % 4 === 3 ? 'synthetic' : 'imported'),
    ...changes,
  };
}

function metadata(provenance: Provenance): DigestSample['metadata'] {
  return {
    featureFlags: {
      use_new_summarization: true,
      enable_quality_evaluation: false,
      enable_async_long_summarization: false,
    },
    llmModel: 'extractive',
    provenance,
    generator: { name: 'etalon', version: '1', seed: 42 },
    timeRangeHours: 24,
  };
}

/** The review report with a number. */
export function report(number: number, changes: Partial<ReviewReportSample> = {}): ReviewReportSample {
  const { channel, createdAt, language, latencySeconds, metadata: facts } = digest(number);
  const { featureFlags, llmModel, provenance, generator } = facts;
  return {
    kind: 'review_reports',
    id: `review-${channel.slice(1)}-${String(number).padStart(6, '0')}`,
    channel,
    language,
    synthesis: sentence(number),
    passes: ['coverage', 'accuracy', 'style'].map((name, place) => ({
      name,
      summary: sentence(number + place),
      recommendations: [sentence(place)],
      findings: [{ title: sentence(place, 3), description: sentence(number) }],
    })),
    latencySeconds,
    createdAt,
    metadata: { featureFlags, llmModel, provenance, ...(generator && { generator }) },
    ...changes,
  };
}

/** So many of them, from a first number on. */
export function digests(count: number, first = 0): DigestSample[] {
  return Array.from({ length: count }, (_, index) => digest(first + index));
}
