import { city } from './texts/city.mjs';
import { economy } from './texts/economy.mjs';
import { library } from './texts/library.mjs';
import { science } from './texts/science.mjs';
import { technology } from './texts/technology.mjs';

/** A news channel writes three to five posts a day, and on a few days hardly anything. */
const daily = (short) => (index, random) => short[index] ?? random.pick([3, 3, 4, 4, 5]);

/** A library writes when there is something to read: most of its days are short. */
const nowAndThen = (index, random) => [3, 0, 1, 4, 2, 0, 1][index % 7] + (random.chance(0.1) ? 1 : 0);

/** The five channels, none of which exists. */
export const CHANNELS = [
  {
    handle: 'tihorechensk_today',
    title: 'Тихореченск сегодня • Новости города',
    id: 1_900_000_101,
    texts: city,
    tags: ['#Тихореченск', '#город'],
    postsOn: daily({ 13: 2, 20: 0 }),
    advertising: 0.3,
    signed: 0.35,
  },
  {
    handle: 'nauka_za_chas',
    title: 'Наука за час',
    id: 1_900_000_102,
    texts: science,
    tags: ['#наука', '#открытие'],
    postsOn: daily({ 6: 1, 27: 2 }),
    advertising: 0.15,
    signed: 0,
  },
  {
    handle: 'tihiy_bit',
    title: 'Тихий бит',
    id: 1_900_000_103,
    texts: technology,
    tags: ['#технологии', '#новинки'],
    postsOn: daily({ 5: 2 }),
    englishDay: 17,
    advertising: 0.3,
    signed: 0.15,
  },
  {
    handle: 'rels_i_rubl',
    title: 'Рельс и рубль',
    id: 1_900_000_104,
    texts: economy,
    tags: ['#экономика', '#транспорт'],
    postsOn: daily({ 0: 1, 12: 0, 26: 2 }),
    advertising: 0.2,
    signed: 0,
  },
  {
    handle: 'polka_programmista',
    title: 'Полка программиста',
    id: 1_900_000_105,
    texts: library,
    tags: ['#книги', '#код'],
    postsOn: nowAndThen,
    advertising: 0.15,
    signed: 0.2,
  },
];
