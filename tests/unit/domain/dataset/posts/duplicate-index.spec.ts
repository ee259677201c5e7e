import { expect } from 'chai';
import fc from 'fast-check';
import { parseChannel } from '#etalon/domain/dataset/channel.js';
import { DROP_REASONS } from '#etalon/domain/dataset/posts/drop-reason.js';
import { DuplicateIndex } from '#etalon/domain/dataset/posts/duplicate-index.js';
import { ExactKeys } from '#etalon/domain/dataset/posts/exact-keys.js';
import { shinglesOf, similarity } from '#etalon/domain/dataset/posts/shingles.js';
import { wordHashes } from '#etalon/domain/dataset/posts/word-hashes.js';
import { wordHash } from '#etalon/domain/dataset/posts/word-hash.js';

const CHANNEL = parseChannel('@vestnik')!;
const OTHER = parseChannel('@kurier')!;
const DAY = 86_400_000;
const NEWS =
  'На станции метро «Новослободская» мужчина отвлёкся на мобильный телефон и упал с платформы. ' +
  'К счастью, пассажир не пострадал, сообщили в пресс-службе метрополитена вечером во вторник.';

const at = (day: number, text: string, channel = CHANNEL) => ({ channel, date: day * DAY, text });

describe('DuplicateIndex', () => {
  let index: DuplicateIndex;
  beforeEach(() => {
    index = new DuplicateIndex();
  });

  it('finds the same words at any time, however they are written', () => {
    expect(index.add(at(0, NEWS))).to.equal('new');
    const rewritten = `🔥 **${NEWS.toUpperCase().replaceAll('Ё', 'Е')}** [](https://a.ru/new)`;
    expect(index.add(at(300, rewritten))).to.equal('duplicate');
    expect(index.add(at(1, 'Классика.'))).to.equal('new');
    expect(index.add(at(1, 'классика'))).to.equal('duplicate');
  });

  it('does not compare channels', () => {
    expect(index.add(at(0, NEWS))).to.equal('new');
    expect(index.add(at(0, NEWS, OTHER))).to.equal('new');
    expect(index.add(at(0, `${NEWS} Дополнено.`, OTHER))).to.equal('near_duplicate');
  });

  it('finds nearly the same words within a week', () => {
    expect(index.add(at(0, NEWS))).to.equal('new');
    expect(index.add(at(6, NEWS.replace('вечером', 'утром')))).to.equal('near_duplicate');
    expect(index.add(at(1, `${NEWS} Движение восстановлено.`))).to.equal('near_duplicate');
    expect(index.add(at(8, NEWS.replace('мужчина', 'подросток')))).to.equal('new');
  });

  it('takes other numbers in the same words for fresh news', () => {
    const rate = (value: string) =>
      `Официальный курс доллара, который установил Центральный банк России, вырос до ${value} рублей`;
    expect(index.add(at(0, rate('103')))).to.equal('new');
    expect(index.add(at(1, rate('107')))).to.equal('new');
    expect(index.add(at(1, `${rate('107')} сегодня`))).to.equal('near_duplicate');
  });

  it('does not take one corrected number in a long text for news', () => {
    const long = Array.from({ length: 80 }, (_, word) => `слово${word % 37}${'а'.repeat(word % 5)}`).join(' ');
    expect(index.add(at(0, `${long} 15 человек`))).to.equal('new');
    expect(index.add(at(0, `${long} 16 человек`))).to.equal('near_duplicate');
  });

  it('compares short posts as a whole only', () => {
    expect(index.add(at(0, 'В Москве выпал первый снег'))).to.equal('new');
    expect(index.add(at(0, 'В Москве выпал снег'))).to.equal('new');
  });

  it('never takes posts without words for duplicates', () => {
    expect([index.add(at(0, '🔥')), index.add(at(0, '🔥')), index.add(at(0, ''))]).to.deep.equal(['new', 'new', 'new']);
  });

  it('forgets the oldest when it remembers enough', () => {
    const rules = { threshold: 0.6, numbersThreshold: 0.9, fewestWords: 8, span: 7 * DAY, remembered: 3 };
    const small = new DuplicateIndex(rules);
    const post = (name: string) => Array.from({ length: 12 }, (_, word) => `${name}слово${'б'.repeat(word)}`).join(' ');
    for (const name of ['а', 'в', 'г', 'д']) expect(small.add(at(0, post(name)))).to.equal('new');
    expect(small.add(at(0, `${post('а')} ещё`)), 'forgotten').to.equal('new');
    expect(small.add(at(0, `${post('д')} ещё`)), 'remembered').to.equal('near_duplicate');
  });

  it('gives the same answers every time', () => {
    const texts = fc.array(fc.constantFrom(NEWS, `${NEWS} ещё`, 'Классика', NEWS.slice(40), NEWS.slice(0, 120)), {
      maxLength: 20,
    });
    const property = fc.property(texts, (list) => {
      const answers = () => {
        const fresh = new DuplicateIndex();
        return list.map((text, day) => fresh.add(at(day, text)));
      };
      expect(answers()).to.deep.equal(answers());
    });
    fc.assert(property, { numRuns: 50 });
  });

  it('has a reason for each answer that drops a post', () => {
    expect(DROP_REASONS).to.include.members([
      'duplicate',
      'near_duplicate',
      'advertising',
      'not_russian',
      'outside_window',
    ]);
  });
});

describe('ExactKeys', () => {
  it('is a set', () => {
    const half = fc.nat(3).map((value) => (value === 3 ? 0xffffffff : value));
    const property = fc.property(fc.array(fc.tuple(half, fc.nat(5000)), { maxLength: 4000 }), (keys) => {
      const set = new ExactKeys();
      const seen = new Set<string>();
      for (const [high, low] of keys) {
        // A key of two zeros counts as (1, 0).
        const name = high === 0 && low === 0 ? '1,0' : `${high},${low}`;
        expect(set.add(high, low)).to.equal(!seen.has(name));
        seen.add(name);
      }
      expect(set.size).to.equal(seen.size);
    });
    fc.assert(property, { numRuns: 50 });
  });
});

describe('ExactKeys of many posts', () => {
  it('grows', () => {
    const set = new ExactKeys();
    for (let key = 0; key < 5000; key++) expect(set.add(key, key % 7)).to.equal(true);
    for (let key = 0; key < 5000; key++) expect(set.add(key, key % 7)).to.equal(false);
    expect(set.size).to.equal(5000);
  });
});

describe('wordHashes', () => {
  const hashes = (...words: string[]) => words.map(wordHash);

  it('reads words in lower case without addresses', () => {
    const { words, terms, numbers } = wordHashes('Ёлка, **ЗДЕСЬ** [тут](https://a.ru/b) a https://x.ru/y 2024');
    expect([...words]).to.deep.equal(hashes('елка', 'здесь', 'тут', 'a', '2024'));
    expect([...terms]).to.deep.equal(hashes('елка', 'здесь', 'тут', '2024'));
    expect([...numbers]).to.deep.equal(hashes('2024'));
  });

  it('ends where the text ends', () => {
    expect([...wordHashes('слово [а](https://a').words]).to.deep.equal(hashes('слово', 'а'));
    expect([...wordHashes('https://').words]).to.deep.equal([]);
    expect([...wordHashes('').words]).to.deep.equal([]);
  });
});

describe('similarity', () => {
  it('is the share of pairs in common', () => {
    const shingles = (text: string) => shinglesOf(wordHashes(text).words);
    expect(similarity(shingles('а б в г'), shingles('а б в г'))).to.equal(1);
    expect(similarity(shingles('а б в г'), shingles('а б в д'))).to.equal(0.5);
    expect(similarity(shingles('а б а б а'), shingles('а б а'))).to.equal(1);
    expect(similarity(shingles('а'), shingles('б'))).to.equal(0);
  });
});
