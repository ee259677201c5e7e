import type { RandomSource } from '../../../shared/random-source.js';
import { shuffled } from '../../../shared/shuffled.js';
import type { Spoil } from './defect.js';
import { NAMES } from './names.js';
import { prefixes } from './source-posts.js';
import { itemsOf, withItems } from './summary-lines.js';

const CLAIMS = [
  'Правительство внезапно отменило все прежние решения о строительстве новых дорог в регионе.',
  'Местные жители заметили в лесу огромного медведя и вызвали сотрудников зоопарка.',
  'Учёные доказали, что регулярное чтение газет продлевает жизнь домашних кошек.',
  'Компания объявила о покупке крупнейшего производителя мебели за рекордную сумму.',
  'В музее открылась выставка старинных часов, которую посетили тысячи туристов.',
  'Футболисты сборной отказались от участия в турнире из-за плохой погоды.',
  'Пассажирский паром сел на мель у побережья, людей сняли спасательные катера.',
  'Виноградники на юге пострадали от заморозков, урожай собрали вдвое меньше.',
] as const;

/** What is said of somebody whom the day's posts know. */
const SLANDER = [
  'объявляет о банкротстве и увольняет половину сотрудников.',
  'переносит штаб-квартиру в Исландию и распродаёт мебель.',
  'оплачивает реставрацию театра и покупает футбольный клуб.',
] as const;

const PADDING = [
  'Следите за новостями, ведь впереди ещё много интересного и важного для каждого.',
  'Как мы все понимаем, это очень и очень важная тема, о которой можно говорить долго.',
  'Об этом и о многом другом мы ещё не раз расскажем нашим дорогим читателям.',
  'В целом можно сказать, что день выдался весьма насыщенным и по-своему интересным.',
  'Так или иначе, время покажет, что из этого всего в конце концов получится.',
  'Безусловно, каждый сам для себя решает, как относиться к тому, что происходит вокруг.',
] as const;

const MOST_SHARED = 0.5;

/** A claim that no post supports, every other time about a name of the day. */
export const addedClaim: Spoil = ({ summary, source }, random) => {
  const known = prefixes(source);
  const claims = [...CLAIMS, ...slander(source, random)].filter((claim) => isNew(claim, known));
  const half = claims.length > CLAIMS.length && random.integer(2) === 1 ? claims.slice(CLAIMS.length) : claims;
  const claim = half[random.integer(Math.max(1, half.length))];
  return claim === undefined
    ? { skipped: 'the source speaks of everything' }
    : { summary: withItems(summary, [claim]) };
};

function slander(source: string, random: RandomSource): readonly string[] {
  const names = NAMES.find(source).filter(({ form }) => form === 'latin');
  const name = names[random.integer(Math.max(1, names.length))];
  return name === undefined ? [] : SLANDER.map((claim) => `${name.text} ${claim}`);
}

/** Most of its words are not in the source. */
function isNew(claim: string, known: ReadonlySet<string>): boolean {
  const words = [...prefixes(claim)];
  return words.filter((word) => known.has(word)).length <= MOST_SHARED * words.length;
}

/** Two sentences that say nothing. */
export const padding: Spoil = ({ summary }, random) => ({
  summary: withItems(summary, shuffled(PADDING, random).slice(0, 2)),
});

/** The whole text once more. */
export const repeatedText: Spoil = ({ summary }) => ({
  summary: `${summary.trimEnd()}\n${itemsOf(summary).join('\n')}\n`,
});

/** Another day's summary of the same channel. */
export const otherDay: Spoil = ({ summary, otherDay: other }) => {
  if (other === null) return { skipped: 'no other day of the channel' };
  return other === summary ? { skipped: 'the other day has the same text' } : { summary: other };
};
