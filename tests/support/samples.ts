import type { DigestSample } from '#etalon/domain/dataset/digest-sample.js';
import type { JudgeScores } from '#etalon/domain/dataset/judge-scores.js';
import type { ReviewReportSample } from '#etalon/domain/dataset/review-report-sample.js';

export const JUDGE: JudgeScores = {
  judgeModel: 'lexical',
  promptVersion: '1',
  scores: { coverage: 0.9, accuracy: 1, coherence: 0, informativeness: 0.125 },
  verdict: 'MEETS_EXPECTATIONS',
  notes: 'Всё на месте.',
};

/** A digest of the day `number` of December 2024, whole and valid. */
export function digest(number: number, changes: Partial<DigestSample> = {}): DigestSample {
  const day = `2024-12-${String(number).padStart(2, '0')}`;
  return {
    kind: 'digests',
    id: `digest-city-${day}`,
    channel: '@city',
    language: 'ru',
    summaryMarkdown: `## Главное за день\n\n- Открыт мост номер ${number}.`,
    posts: [
      { title: 'Мост', summary: 'Открыт мост.', text: `Сегодня открыт мост номер ${number}.` },
      { title: 'Парк', summary: 'Закрыт парк.', text: 'Парк закрыт на ремонт.' },
      { title: 'Школа', summary: 'Новая школа.', text: 'Школа примет детей в сентябре.' },
    ],
    latencySeconds: 0.25,
    createdAt: Date.parse(`${day}T20:59:59.999Z`),
    metadata: {
      featureFlags: { use_new_summarization: true, enable_quality_evaluation: false },
      llmModel: 'extractive',
      provenance: 'imported',
      timeRangeHours: 24,
    },
    ...changes,
  };
}

/** A review report of the day `number` of December 2024, whole and valid. */
export function report(number: number, changes: Partial<ReviewReportSample> = {}): ReviewReportSample {
  const day = `2024-12-${String(number).padStart(2, '0')}`;
  return {
    kind: 'review_reports',
    id: `review-city-${day}`,
    channel: '@city',
    language: 'ru',
    synthesis: 'Дайджест в целом хорош.',
    passes: [
      {
        name: 'coverage',
        summary: 'Охват полный.',
        recommendations: ['Добавить парк.'],
        findings: [{ title: 'Пропуск', description: 'Нет парка.' }],
      },
      { name: 'style', summary: 'Стиль ровный.', recommendations: [], findings: [] },
    ],
    latencySeconds: 0.5,
    createdAt: Date.parse(`${day}T20:59:59.999Z`),
    metadata: { featureFlags: {}, llmModel: 'rules', provenance: 'synthetic' },
    ...changes,
  };
}
