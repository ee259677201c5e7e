import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ExportRecord } from '#etalon/domain/export/export-record.js';
import { LexicalJudge } from '#etalon/infrastructure/judges/lexical-judge.js';
import { RussianTextTools } from '#etalon/infrastructure/text/russian-text-tools.js';

/*
 * How many samples the lexical judge scores in a second of processor time (user and system time of all threads of the
 * process: the compiler's and the garbage collector's too), which is what a core does, and in a second by the clock. A
 * sample is a source of posts and a digest of them; its size is the UTF-8 length of both together, of which the digest is
 * two fifths up to 2 KB. Sentences are made from word lists with a seed. Each part has a process of its own:
 *   run KB SAMPLES     different texts, each judged once, counted from the start of the process: loading and compiling
 *                      the code and learning the words are in it, only making the texts is not. A third of their words
 *                      are invented, rare ones among them (2,000 texts hold 34,000 words), so that new words come as in real channels.
 *   rounds KB SAMPLES  the same texts again and again; the first round is cold, words come again from the first samples on.
 */
const PARTS: readonly (readonly [string, number, number])[] = [
  ['run', 2, 2000],
  ['run', 10, 500],
  ['rounds', 2, 300],
  ['rounds', 10, 300],
];
const ROUNDS = 6;
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

const SYLLABLES = 'ба ве ги до ку ла ме ни по ру са те фи хо ша'.split(' ');
const ENDINGS = 'а у ом ы ов ами ил ать ный ного ение ская'.split(' ');
const STEMS = 30_000;
/** Ranks are drawn evenly by their logarithm: the frequency of a word falls with its rank, as in a language. */
function inventedWord(): string {
  let letters = '';
  for (let rank = Math.floor(STEMS ** (next(100_000) / 100_000)) + SYLLABLES.length; rank > 0;) {
    letters += SYLLABLES[rank % SYLLABLES.length]!;
    rank = Math.floor(rank / SYLLABLES.length);
  }
  return letters + one(ENDINGS);
}
const inventedSentence = (): string => `Об этом ${Array.from({ length: 14 }, inventedWord).join(' ')}.`;

/** @param rare a sentence of rare words, if any are wanted */
function sampleOf(bytes: number, rare: () => string): ExportRecord {
  const posts: string[] = [];
  const items: string[] = [];
  const longest = Math.min(bytes * 0.4, LONGEST_SUMMARY);
  for (let length = 0, told = 0; length + told < bytes;) {
    const [title, first, second, third] = [headline(), detail(), detail(), rare()];
    const post = `${title} **${title}**\n\n${first} ${second}${third}`;
    posts.push(post);
    length += Buffer.byteLength(post);
    const item = `- ${title}. ${first}${third}`;
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

/** Processor seconds and seconds by the clock, both since the process began. */
interface Reading {
  readonly core: number;
  readonly clock: number;
}

function reading(): Reading {
  const { user, system } = process.cpuUsage();
  return { core: (user + system) / 1e6, clock: performance.now() / 1000 };
}

async function judged(samples: readonly ExportRecord[], judge: LexicalJudge): Promise<void> {
  for (const sample of samples) await judge.judge(sample);
}

function kilobytesOf(samples: readonly ExportRecord[]): string {
  const bytes = samples.map((one) => Buffer.byteLength(one.sourceText) + Buffer.byteLength(one.summaryMarkdown));
  return (bytes.reduce((sum, length) => sum + length, 0) / samples.length / KILOBYTE).toFixed(1);
}

async function run(bytes: number, count: number): Promise<number> {
  const before = reading();
  const samples = Array.from({ length: count }, () => sampleOf(bytes, () => ` ${inventedSentence()}`));
  const made = reading();
  await judged(samples, new LexicalJudge(new RussianTextTools()));
  const end = reading();
  const core = count / (end.core - (made.core - before.core));
  const clock = count / (end.clock - (made.clock - before.clock));
  console.log(`${count} different texts of ${kilobytesOf(samples)} KB, each once, from the start of the process:`);
  console.log(`  ${core.toFixed(0)} samples a second a core, ${clock.toFixed(0)} a second by the clock`);
  return core;
}

async function rounds(bytes: number, count: number): Promise<void> {
  const samples = Array.from({ length: count }, () => sampleOf(bytes, () => ''));
  const judge = new LexicalJudge(new RussianTextTools());
  console.log(`the same ${count} texts of ${kilobytesOf(samples)} KB again and again:`);
  for (let round = 1; round <= ROUNDS; round++) {
    const before = reading();
    await judged(samples, judge);
    const end = reading();
    const [core, clock] = [count / (end.core - before.core), count / (end.clock - before.clock)];
    const what = `round ${round}${round === 1 ? ', cold' : ''}`;
    console.log(`  ${what}: ${core.toFixed(0)} samples a second a core, ${clock.toFixed(0)} a second by the clock`);
  }
}

const [part, kilobytes, count] = process.argv.slice(2);
if (part === 'run') {
  const core = await run(Number(kilobytes) * KILOBYTE, Number(count));
  if (kilobytes === '2' && core < LEAST_AT_2_KB) {
    console.error(`below ${LEAST_AT_2_KB} a second a core`);
    process.exitCode = 1;
  }
} else if (part === 'rounds') await rounds(Number(kilobytes) * KILOBYTE, Number(count));
else
  for (const args of PARTS) {
    const self = fileURLToPath(import.meta.url);
    const { status } = spawnSync(process.execPath, [self, ...args.map(String)], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
