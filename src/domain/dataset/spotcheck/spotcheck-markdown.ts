import { escapeCell, quoted } from '../../shared/markdown-escape.js';
import type { SignOff, Spotcheck, SpotcheckSample } from './spotcheck.js';
import { passesChecks } from './spotcheck.js';

/**
 * The page that a reviewer reads: how the samples were drawn, each sample with its text and checklist, and who signed.
 *
 * @param texts - the text of each sample by its id; a sample without one is listed all the same.
 */
export function spotcheckMarkdown(spotcheck: Spotcheck, texts: ReadonlyMap<string, string>): string {
  const lines = [
    '# Выборочная проверка русской локализации',
    ...INSTRUCTIONS,
    ...summary(spotcheck),
    '## Подписи',
    ...signOffTable(spotcheck.sign_offs),
    '## Выборка',
    ...sampleTable(spotcheck.samples),
    ...spotcheck.samples.flatMap((sample) => sampleSection(sample, texts.get(sample.id))),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const INSTRUCTIONS: readonly string[] = [
  '',
  'Прочитайте каждую запись: текст должен быть русским, грамотным и верным постам. Записи synthetic достроены, часть их',
  'постов ненастоящая. Затем запишите решение:',
  '',
  '`etalon spotcheck sign --reviewer ИМЯ --role engineer|analyst --verdict ok|rework --note "ЗАМЕЧАНИЕ"`',
];

function summary({ dataset, window, seed, per_channel, passed, failed, hash }: Spotcheck): readonly string[] {
  return [
    '',
    `- Набор данных: ${escapeCell(dataset)}`,
    `- Окно: ${window.start} … ${window.end} (${window.days} дн., ${escapeCell(window.timezone)})`,
    `- Выборка: по ${per_channel} записей каждого вида на канал, seed ${seed}`,
    `- Автоматическая проверка: пройдено ${passed}, не пройдено ${failed}`,
    `- Хеш выборки: \`${hash}\``,
    '',
  ];
}

function signOffTable(signOffs: readonly SignOff[]): readonly string[] {
  if (signOffs.length === 0) return ['', 'Пока никто не подписал.', ''];
  const rows = signOffs.map(({ reviewer, role, verdict, note, signed_at }) =>
    row([reviewer, role, verdict, note, signed_at]),
  );
  return ['', row(['Кто', 'Роль', 'Вердикт', 'Замечание', 'Когда']), '| --- | --- | --- | --- | --- |', ...rows, ''];
}

function sampleTable(samples: readonly SpotcheckSample[]): readonly string[] {
  const rows = samples.map((sample) =>
    row([sample.kind, sample.channel, sample.id, sample.provenance, passesChecks(sample) ? 'да' : 'НЕТ']),
  );
  const headings = ['Вид', 'Канал', 'Запись', 'Происхождение', 'Проверка'];
  return ['', row(headings), '| --- | --- | --- | --- | --- |', ...rows, ''];
}

function sampleSection(sample: SpotcheckSample, text: string | undefined): readonly string[] {
  const items = sample.checks.map(({ item, ok, note }) => row([item, ok ? 'да' : 'НЕТ', note]));
  return [
    `### ${escapeCell(sample.id)} (${sample.provenance})`,
    '',
    row(['Пункт', 'Выполнен', 'Замечание']),
    '| --- | --- | --- |',
    ...items,
    '',
    ...(text === undefined ? [] : [quoted(text), '']),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(escapeCell).join(' | ')} |`;
}
