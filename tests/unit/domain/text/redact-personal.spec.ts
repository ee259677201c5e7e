import { expect } from 'chai';
import fc from 'fast-check';
import { placeholder } from '#etalon/domain/text/placeholder.js';
import { redactPersonal } from '#etalon/domain/text/redact-personal.js';

const redacted = (text: string, keep: readonly string[] = []): string => redactPersonal([text], keep)[0]!;
/** Without what tells two placeholders of one word apart. */
const words = (text: string): string => text.replace(/ [0-9a-f]{4}\]/gu, ']');

describe('redactPersonal', () => {
  for (const phone of [
    ...['+7 (916) 123-45-67', '8 916 123 45 67', '89161234567', '+79161234567', '8-800-555-35-35', '+7.916.123.45.67'],
    ...['8(495)1234567', '+375 29 123-45-67', '+1 415 555 2671', '(495) 123-45-67', '495 123-45-67', '123-45-67'],
    ...['8\u00A0916\u00A0123‑45‑67', '+44 20 7946 0958', '7 916 123-45-67'],
  ])
    it(`takes out the number ${phone}`, () => {
      expect(words(redacted(`Звоните: ${phone}.`))).to.equal('Звоните: [телефон].');
    });

  for (const mail of ['anna@mail.ru', 'a.b+c@sub.example.com', 'ANNA_1@MAIL.RU', 'иван@почта.рф'])
    it(`takes out the address ${mail}`, () => {
      expect(words(redacted(`Пишите (${mail})!`))).to.equal('Пишите ([почта])!');
    });

  for (const name of [
    '@ivan_petrov',
    'https://t.me/ivan_petrov',
    't.me/Ivan_Petrov',
    'tg://resolve?domain=ivan_petrov',
  ])
    it(`takes out the user name ${name}`, () => {
      expect(redacted(`Автор: ${name}, редактор`)).to.equal(`Автор: ${placeholder('имя', 'ivan_petrov')}, редактор`);
    });

  for (const invitation of [
    ...['https://t.me/+AbCd_12-xY', 't.me/+AbCd_12-xY', 'http://telegram.me/+AbCd_12-xY', 't.me/%2BAbCd_12-xY'],
    ...['t.me/joinchat/AbCd_12-xY', 'https://telegram.me/joinchat/AbCd_12-xY', 'tg://join?invite=AbCd_12-xY'],
  ])
    it(`takes out the invitation ${invitation}`, () => {
      expect(redacted(`Чат (${invitation}), заходите`)).to.equal(
        `Чат (${placeholder('имя', '+AbCd_12-xY')}), заходите`,
      );
    });

  it('tells invitations apart by their capitals, and from handles that stay', () => {
    expect(redacted('t.me/+AbCdEfGh')).not.to.equal(redacted('t.me/+abcdefgh'));
    expect(words(redacted('t.me/+news_of_day, t.me/news_of_day', ['@news_of_day']))).to.equal(
      '[имя], t.me/news_of_day',
    );
  });

  it('takes a telephone number behind t.me/+ for one, and the name out of every link that holds it', () => {
    expect(redacted('t.me/+79161234567')).to.equal(`t.me/${redacted('+79161234567')}`);
    for (const link of ['t.me/s/ivan_petrov', 't.me/boost/ivan_petrov', 'https://telegram.dog/ivan_petrov'])
      expect(redacted(link), link).to.equal(placeholder('имя', 'ivan_petrov'));
  });

  it('leaves nothing of an invitation, wherever it stands', () => {
    const code = fc.stringMatching(/^[A-Za-z_][\w-]{14,20}\w$/u);
    const link = fc.constantFrom('t.me/+', 'https://t.me/joinchat/', 'telegram.me/+', 'tg://join?invite=');
    const around = fc.constantFrom('', ' ', '\n', '(', '«', '[чат](', ', ', '/', '12', 'чат');
    fc.assert(
      fc.property(around, link, code, fc.constantFrom('', ' ', ')', '.', '\n', '»', '?'), (before, head, id, after) => {
        const text = redacted(before + head + id + after);
        expect(text).to.equal(`${before}${placeholder('имя', `+${id}`)}${after}`);
      }),
    );
  });

  for (const text of [
    'Курс 97,35 рубля, бюджет 8 500 000 000 рублей, 2024-11-04 и 04.11.2024.',
    'Население 12 345 678 человек, рост на 3–4 %, дом 12-34, счёт 12:10:05.',
    'Встреча в 10@20, a@b, знак @ и @1.',
    'Закон 123-ФЗ, поезд 020У, коды 1234567890123456.',
  ])
    it(`leaves alone: ${text}`, () => {
      expect(redacted(text)).to.equal(text);
    });

  it('gives the same thing the same placeholder in every text and every run, however it is written', () => {
    const texts = [
      'Анна: 8 916 123-45-67, a@b.ru',
      'Иван: +7 999 000-00-11',
      'снова +79161234567, A@B.RU, @anna, t.me/anna',
    ];
    const [phone, mail, name] = ['[телефон 7704]', '[почта 7dd5]', '[имя 7fdc]'];
    const expected = [`Анна: ${phone}, ${mail}`, 'Иван: [телефон fed7]', `снова ${phone}, ${mail}, ${name}, ${name}`];
    expect(redactPersonal(texts)).to.deep.equal(expected);
    expect(redactPersonal(texts.slice(2))).to.deep.equal(expected.slice(2));
  });

  it('leaves no address behind that is glued to another', () => {
    for (const glue of ['.', '-', '1', ''])
      expect(redacted(`a@b.ru${glue}anna@mail.ru`))
        .to.match(/^\[почта [0-9a-f]{4}\]/u)
        .and.not.include('anna');
  });

  it('keeps the handles that it is told to keep', () => {
    expect(words(redacted('@News и t.me/news, @other', ['@news']))).to.equal('@News и t.me/news, [имя]');
  });

  it('finds nothing more in what it made, and no more than once', () => {
    const piece = fc.constantFrom(
      '+7 916 123-45-67',
      'a@b.ru',
      '@anna',
      't.me/+',
      't.me/joinchat/AbC',
      ' ',
      ', ',
      'слово',
      '12',
      '-',
      '(',
      ')',
      '.',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = redacted(pieces.join(''));
        expect(redacted(once)).to.equal(once);
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    const began = performance.now();
    for (const hostile of [
      'a',
      '1',
      '@',
      'a.',
      '1-',
      '@a',
      'a@a.',
      '+1 ',
      '(',
      't.me/',
      't.me/+',
      't.me/+a-',
      't.me/joinchat/',
    ])
      redacted(hostile.repeat(400_000 / hostile.length));
    expect(performance.now() - began).to.be.below(5_000);
  });
});
