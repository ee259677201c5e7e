import { expect } from 'chai';

import { canonicalWord } from '#etalon/domain/text/canonical-words.js';
import { CharKind, charKind } from '#etalon/domain/text/char-kinds.js';
import { MEASURES } from '#etalon/domain/text/measures.js';
import { russianRoot } from '#etalon/domain/text/russian-root.js';
import { soundKey } from '#etalon/domain/text/sound-key.js';

describe('soundKey', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['google', 'гугл'],
    ['facebook', 'фейсбук'],
    ['microsoft', 'майкрософт'],
    ['youtube', 'ютуб'],
    ['windows', 'виндоус'],
    ['whatsapp', 'ватсап'],
    ['iphone', 'айфон'],
    ['tesla', 'тесл'],
    ['xiaomi', 'сяоми'],
    ['chrome', 'хром'],
    ['netflix', 'нетфликс'],
    ['java', 'джав'],
    ['toyota', 'тойота'],
    ['apple', 'эппл'],
  ];
  for (const [latin, russian] of pairs)
    it(`hears "${latin}" and "${russian}" alike`, () => {
      expect(soundKey(latin)).to.equal(soundKey(russian)).and.not.equal('');
    });

  it('hears other names as others', () => {
    expect(soundKey('google')).not.to.equal(soundKey('яндекс'));
    expect(soundKey('intel')).not.to.equal(soundKey('андроид'));
  });
});

describe('russianRoot', () => {
  it('joins verbs with and without prefix, fleeting vowels and alternations', () => {
    for (const [one, other] of [
      ['построил', 'строил'],
      ['рынок', 'рынк'],
      ['книг', 'книж'],
      ['запуст', 'запуска'],
    ] as const)
      expect(russianRoot(one), `${one}, ${other}`).to.equal(russianRoot(other));
  });

  it('keeps different roots and short words apart', () => {
    expect(russianRoot('мост')).not.to.equal(russianRoot('мор'));
    expect(russianRoot('год')).to.equal('гож');
    expect(russianRoot('')).to.equal('');
  });
});

describe('canonicalWord', () => {
  it('writes abbreviations and signs out and joins forms of other roots', () => {
    expect(['тыс', '%', '$', 'рф', 'сша', 'людей', 'лет', 'мост'].map(canonicalWord)).to.deep.equal([
      ...['тысяча', 'процент', 'доллар', 'россия', 'америка', 'человек', 'год', 'мост'],
    ]);
  });
});

describe('MEASURES', () => {
  it('has units of one kind with their factors', () => {
    expect(MEASURES.get('килограмм')).to.deep.equal({ kind: 'масса', factor: 1000 });
    expect(MEASURES.get('тонна')?.factor).to.equal(1e6);
  });
});

describe('charKind', () => {
  it('tells digits, capitals, other letters and the rest', () => {
    const kinds = Array.from('7Ж ж語!', (char) => charKind(char.charCodeAt(0)));
    expect(kinds).to.deep.equal([
      ...[CharKind.digit, CharKind.upper, CharKind.other, CharKind.lower, CharKind.lower, CharKind.other],
    ]);
    expect(charKind(NaN)).to.equal(CharKind.other);
  });
});
