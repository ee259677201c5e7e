import { expect } from 'chai';
import { AUDIT_DEFECTS } from '#etalon/domain/benchmark/audit/audit-defects.js';
import type { AuditText } from '#etalon/domain/benchmark/audit/audit-text.js';
import { PureRandFactory } from '#etalon/infrastructure/system/pure-rand-factory.js';

const POSTS = [
  ['В Твери открыли мост', 'Мост обошёлся в 350 млн рублей. Движение запустили 12 ноября, говорит Анна Лебедева.'],
  ['Учёные напечатали детали', 'Аппарат весит 75 килограммов. Его отправит на орбиту 3 декабря инженер Степанов.'],
  ['В школах появятся уроки', 'Занятия начнутся в январе, в классах по 24 ученика. Учителей обучат на курсах Google.'],
];
const SOURCE = POSTS.map(([title, text]) => `${title!} **${title!}**\n\n${text!}`).join('\n');
const SUMMARY = `# Дайджест @city за 14 ноября 2024 года

## Главное

- В Твери открыли мост за 350 млн рублей. Движение запустили 12 ноября, говорит Анна Лебедева.
- Учёные напечатали детали аппарата. Аппарат весит 75 килограммов.
- В школах появятся уроки. Занятия начнутся в январе.
`;
const TEXT: AuditText = { kind: 'digests', source: SOURCE, summary: SUMMARY, otherDay: '- Другой день.\n' };

function spoil(name: string, text: Partial<AuditText> = {}, seed = 1) {
  const defect = AUDIT_DEFECTS.find((candidate) => candidate.name === name)!;
  return defect.spoil({ ...TEXT, ...text }, new PureRandFactory().seeded(seed, name));
}

function spoilt(name: string, text: Partial<AuditText> = {}, seed = 1): string {
  const result = spoil(name, text, seed);
  if ('skipped' in result) throw new Error(`${name} was skipped: ${result.skipped}`);
  return result.summary;
}

/** The lines that are not as they were. */
function changes(summary: string): readonly (readonly [string, string])[] {
  const after = summary.split('\n');
  return SUMMARY.split('\n').flatMap((line, at) => (line === after[at] ? [] : ([[line, after[at] ?? '']] as const)));
}

const SEEDS = Array.from({ length: 30 }, (_, index) => index);

describe('AUDIT_DEFECTS', () => {
  for (const { name } of AUDIT_DEFECTS)
    it(`${name}: the same seed spoils the same way, and never leaves the text as it was`, () => {
      for (const seed of SEEDS.slice(0, 5)) {
        expect(spoilt(name, {}, seed))
          .to.equal(spoilt(name, {}, seed))
          .and.not.to.equal(SUMMARY);
      }
    });

  it('leaves out a third of the items, of sentences where there are few items, and headings stay', () => {
    expect(spoilt('items_left_out').match(/^- /gmu)).to.have.length(2);
    expect(spoilt('items_left_out').match(/^#/gmu)).to.have.length(2);
    expect(spoilt('items_left_out', { summary: 'Раз есть. Два есть. Три есть.' }).match(/есть/gu)).to.have.length(2);
    expect(spoil('items_left_out', { summary: 'Раз. Два.' })).to.have.property('skipped');
  });

  it('changes one number, in its look, and no date', () => {
    for (const seed of SEEDS) {
      const [[before, after] = ['', ''], ...more] = changes(spoilt('number_random', {}, seed));
      expect(more).to.deep.equal([]);
      expect(after.replace(/\d/gu, '0')).to.equal(before.replace(/\d/gu, '0'));
      expect(after).not.to.match(/ (?!12)\d\d ноября/u);
    }
  });

  it('takes a number from another post, never from the own one', () => {
    for (const seed of SEEDS) {
      const [[before, after] = ['', '']] = changes(spoilt('number_other_post', {}, seed));
      const taken = /\d+(?= (?:млн|килограмм))/u.exec(after)?.[0];
      expect(before.includes('350') ? ['75', '24'] : ['350', '24']).to.include(taken);
    }
  });

  it('changes dates: the month at random, the whole date from another post of the same form', () => {
    for (const seed of SEEDS) {
      const [[, after] = ['', '']] = changes(spoilt('date_random', {}, seed));
      expect(after).to.match(/запустили 12 (?!ноября)\p{L}+,|начнутся в (?!январе)\p{L}+е\./u);
    }
    expect(spoilt('date_other_post')).to.include('запустили 3 декабря');
    expect(spoilt('date_random', { summary: '- Откроют 05.03.2025 утром.' })).to.match(
      /^- Откроют 05\.(?!03)\d\d\.2025 утром\.$/u,
    );
    expect(spoilt('date_random', { summary: '- Это было в 2019 году.' })).to.match(/в 201\d году/u);
    expect(spoil('date_random', { summary: '- Ничего.' })).to.deep.equal({ skipped: 'no date in the text' });
  });

  it('changes a name, and does not take an adjective or the beginning of a sentence for one', () => {
    const summary = '- Как говорит Лебедева, открыт Большой театр. Движение началось.';
    for (const seed of SEEDS)
      expect(spoilt('name_random', { summary }, seed)).to.match(
        /^- Как говорит (?!Лебедева)\p{L}+, открыт Большой театр\. Движ/u,
      );
    expect(spoilt('name_other_post', { summary })).to.include('Степанов');
    expect(spoilt('name_random', { summary: '- Вышел Google.' })).not.to.include('Google');
  });

  it('adds a claim, padding, or the text once more at the end', () => {
    for (const [name, items] of [
      ['claim_added', 4],
      ['padding', 5],
      ['text_repeated', 6],
    ] as const) {
      expect(spoilt(name).match(/^- /gmu), name).to.have.length(items);
      expect(spoilt(name).startsWith(SUMMARY.trimEnd()), name).to.equal(true);
    }
  });

  it('shuffles sentences across items; where every item is one sentence there is nothing to shuffle', () => {
    const mixed = spoilt('sentences_shuffled');
    const sorted = (text: string) => {
      const items = text.split('\n').filter((line) => line.startsWith('- '));
      return items.flatMap((item) => item.slice(2).split(/(?<=\.) /u)).sort();
    };
    expect(sorted(mixed)).to.deep.equal(sorted(SUMMARY));
    expect(spoil('sentences_shuffled', { summary: '- Раз есть.\n- Два есть.\n- Три есть.\n' })).to.have.property(
      'skipped',
    );
  });

  it('takes an item of several sentences apart, whatever chance would leave together', () => {
    const pair = '- Раз есть. Ещё раз есть.';
    const summary = `${pair}\n- Два есть.\n- Три есть.\n`;
    for (const seed of SEEDS) expect(spoilt('sentences_shuffled', { summary }, seed)).not.to.include(pair);
    const alike = '- Да есть. Да есть.\n- Да есть.\n';
    expect(spoil('sentences_shuffled', { summary: alike })).to.have.property('skipped');
  });

  it('takes another day, the source, its key words, the first sentences of its posts', () => {
    expect(spoilt('other_day')).to.equal('- Другой день.\n');
    expect(spoil('other_day', { otherDay: null })).to.deep.equal({ skipped: 'no other day of the channel' });
    expect(spoilt('source_copied')).to.equal(SOURCE);
    expect(spoilt('key_words')).to.match(/^- мост, твери, открыли/u);
    expect(spoilt('first_sentences').split('\n').slice(0, -1)).to.deep.equal(POSTS.map(([title]) => `- ${title!}`));
  });

  it('finds the passes of a review report', () => {
    const review = { kind: 'review_reports', source: '[coverage] Отражено 5 постов.\n\n[style] Фраз: 7.' } as const;
    expect(spoilt('number_other_post', { ...review, summary: 'Отражено 5 постов.' })).to.equal('Отражено 7 постов.');
  });
});
