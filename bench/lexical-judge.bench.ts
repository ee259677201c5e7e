import type { ExportRecord } from '#etalon/domain/export/export-record.js';
import { LexicalJudge } from '#etalon/infrastructure/judges/lexical-judge.js';
import { RussianTextTools } from '#etalon/infrastructure/text/russian-text-tools.js';

/*
 * How many samples the lexical judge scores in a second of one core's time (user and system time of this process; the
 * judge runs on one thread). A sample is a source of posts and a digest of them; "2 KB" is the UTF-8 length of both
 * together, of which the digest is two fifths up to 2 KB. Sentences are made from a word list with a seed, so that words
 * come again as they do in a channel. Rounds: the first warms up and is shown too.
 */
const SAMPLES = 300;
const ROUNDS = 4;
const LEAST_AT_2_KB = 1000;
const KILOBYTE = 1024;
const LONGEST_SUMMARY = 2 * KILOBYTE;

const SUBJECTS = 'Учёные Инженеры Врачи Строители Власти Музыканты Пожарные Биологи Программисты Геологи'.split(' ');
const VERBS = 'открыли построили нашли показали закрыли измерили описали отложили проверили запустили'.split(' ');
const OBJECTS =
  'мост школу библиотеку спутник завод театр дорогу приложение выставку станцию рукопись лабораторию'.split(' ');
const PLACES = 'Твери Казани Томске Перми Самаре Омске Туле Рязани Пскове Сочи'.split(' ');
const DETAILS = [
  'Работы обошлись в %n млн рублей и заняли больше времени, чем ожидалось.',
  'По словам руководителя проекта, за год здесь побывали %n тысяч человек из разных областей.',
  'Следующий этап начнётся %n ноября, а закончить всё хотят к весне.',
  'Раньше подобное удавалось только компании Google, которая вложила в это $%n млн.',
];

let state = 1;
const next = (limit: number): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state % limit;
};
const one = (list: readonly string[]): string => list[next(list.length)]!;
const headline = (): string => `${one(SUBJECTS)} ${one(VERBS)} ${one(OBJECTS)} в ${one(PLACES)}`;
const detail = (): string => one(DETAILS).replace('%n', String(2 + next(28)));

function sampleOf(bytes: number): ExportRecord {
  const posts: string[] = [];
  const items: string[] = [];
  const longest = Math.min(bytes * 0.4, LONGEST_SUMMARY);
  for (let length = 0, told = 0; length + told < bytes;) {
    const [title, first, second] = [headline(), detail(), detail()];
    const post = `${title} **${title}**\n\n${first} ${second}`;
    posts.push(post);
    length += Buffer.byteLength(post);
    const item = `- ${title}. ${first}`;
    if (told + Buffer.byteLength(item) > longest) continue;
    items.push(item);
    told += Buffer.byteLength(item);
  }
  return record(posts.join('\n'), `# Дайджест\n\n${items.join('\n')}\n`);
}

function record(sourceText: string, summaryMarkdown: string): ExportRecord {
  return {
    ...{ kind: 'digests', sampleId: 'bench', channel: '@bench', language: 'ru', timestamp: 0, judge: null },
    ...{ sourceText, summaryMarkdown, latencySeconds: 1 },
    metadata: { llmModel: 'none', featureFlags: {}, provenance: 'synthetic' },
  } as unknown as ExportRecord;
}

const judge = new LexicalJudge(new RussianTextTools());

async function perSecond(samples: readonly ExportRecord[]): Promise<number> {
  const before = process.cpuUsage();
  for (const sample of samples) await judge.judge(sample);
  const { user, system } = process.cpuUsage(before);
  return samples.length / ((user + system) / 1e6);
}

for (const kilobytes of [2, 10]) {
  const samples = Array.from({ length: SAMPLES }, () => sampleOf(kilobytes * KILOBYTE));
  const bytes = samples.reduce(
    (sum, { sourceText, summaryMarkdown }) => sum + Buffer.byteLength(sourceText) + Buffer.byteLength(summaryMarkdown),
    0,
  );
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) rates.push(await perSecond(samples));
  const shown = rates.map((rate) => rate.toFixed(0)).join(', ');
  console.log(`lexical judge at ${(bytes / SAMPLES / KILOBYTE).toFixed(1)} KB: ${shown} samples a second a core`);
  if (kilobytes === 2 && Math.max(...rates) < LEAST_AT_2_KB) {
    console.error(`below ${LEAST_AT_2_KB} a second`);
    process.exitCode = 1;
  }
}
