import { expect } from 'chai';
import { counted, pluralForm } from '#etalon/domain/text/russian-plural.js';

const POSTS = ['пост', 'поста', 'постов'] as const;

describe('pluralForm', () => {
  it('follows the last two digits', () => {
    const expected: Readonly<Record<string, readonly number[]>> = {
      пост: [1, 21, 101, 1001],
      поста: [2, 3, 4, 22, 104],
      постов: [0, 5, 11, 12, 13, 14, 19, 20, 111, 112, 114, 1000],
    };
    for (const [form, counts] of Object.entries(expected))
      for (const count of counts) expect(pluralForm(count, POSTS), String(count)).to.equal(form);
  });

  it('puts the number before the noun', () => {
    expect(counted(3, POSTS)).to.equal('3 поста');
    expect(counted(11, POSTS)).to.equal('11 постов');
  });
});
