import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { Scores } from '../../../domain/dataset/judge-scores.js';

/** Bounds that the scores of a probe have to keep. */
export interface ProbeBounds {
  readonly least?: Partial<Scores>;
  readonly most?: Partial<Scores>;
}

/** A sample whose scores are known well enough to test a judge with. */
export interface Probe {
  readonly name: 'known good' | 'known bad' | 'garbage' | 'prompt echo';
  readonly summary: string;
  readonly bounds: ProbeBounds;
}

const DIGEST_SOURCE = [
  'Мост через реку Тихую открыли для движения. Ремонт шёл восемь месяцев и стоил 120 миллионов рублей. По мосту снова ходят автобусы третьего маршрута.',
  'Городская библиотека с понедельника работает до десяти вечера. Директор Анна Лебедева сказала, что об этом просили студенты.',
  'В парке Победы высадили сорок молодых лип. Деревья посадили школьники вместе с лесничими.',
].join('\n');

const REVIEW_SOURCE = [
  '[coverage] В дайджесте отражены восемь новостей из десяти.\nRecommendation: Добавить новость о ремонте школы.\nFinding: Пропущена новость Ремонт школы на улице Садовой в дайджест не попал.',
  '[accuracy] Найдена одна ошибка в числах.\nRecommendation: Исправить стоимость моста на 120 миллионов рублей.\nFinding: Неверное число В дайджесте мост стоит 210 миллионов рублей.',
  '[style] Текст написан понятно, заголовки уместны.',
].join('\n\n');

const GOOD: Readonly<Record<SampleKind, string>> = {
  digests: [
    '## Главное',
    '- Мост через реку Тихую открыли для движения: ремонт шёл восемь месяцев и стоил 120 миллионов рублей, автобусы третьего маршрута снова ходят.',
    '- Городская библиотека с понедельника работает до десяти вечера, об этом просили студенты.',
    '- В парке Победы школьники вместе с лесничими высадили сорок молодых лип.',
  ].join('\n'),
  review_reports: [
    'В дайджесте отражены восемь новостей из десяти: пропущена новость о ремонте школы на улице Садовой, её нужно добавить.',
    'Найдена одна ошибка в числах: в дайджесте мост стоит 210 миллионов рублей, стоимость нужно исправить на 120 миллионов.',
    'Текст написан понятно, заголовки уместны.',
  ].join('\n'),
};

const BAD: Readonly<Record<SampleKind, string>> = {
  digests: [
    '## Главное',
    '- Губернатор Пётр Орлов подписал указ о закрытии аэропорта до 2031 года из-за землетрясения.',
    '- Хоккейная команда «Вымпел» выиграла кубок и получила семь тысяч долларов премии.',
  ].join('\n'),
  review_reports: [
    'Редактор Пётр Орлов отказался печатать интервью с хоккейной командой «Вымпел».',
    'Фотографии землетрясения украдены у японского агентства, поэтому суд назначил штраф семь тысяч долларов.',
  ].join('\n'),
};

const GARBAGE = 'фыва йцук №%: ъъъ 00 щщщ; олдж олдж олдж ячсм ::: ъхз. Жмырк ппп тттт.';

const ECHO = [
  'Ты — строгий и беспристрастный эксперт. Оцени полноту, верность, связность и содержательность.',
  'Каждая оценка — число от 0 до 1. Ответь ровно одним объектом JSON без текста до и после него.',
  '{"coverage": число, "accuracy": число, "coherence": число, "informativeness": число}',
].join('\n');

const LEAST = { coverage: 0.6, accuracy: 0.6, coherence: 0.6, informativeness: 0.5 };

/** What a judge of this kind of sample is tested with: the source of all probes, and their summaries. */
export function probesFor(kind: SampleKind): { readonly source: string; readonly probes: readonly Probe[] } {
  return {
    source: kind === 'digests' ? DIGEST_SOURCE : REVIEW_SOURCE,
    probes: [
      { name: 'known good', summary: GOOD[kind], bounds: { least: LEAST } },
      { name: 'known bad', summary: BAD[kind], bounds: { most: { coverage: 0.4, accuracy: 0.4 } } },
      { name: 'garbage', summary: GARBAGE, bounds: { most: { coverage: 0.3, coherence: 0.5, informativeness: 0.5 } } },
      { name: 'prompt echo', summary: ECHO, bounds: { most: { coverage: 0.4, informativeness: 0.6 } } },
    ],
  };
}
