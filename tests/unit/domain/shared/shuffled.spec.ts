import { expect } from 'chai';
import { shuffled } from '#etalon/domain/shared/shuffled.js';

describe('shuffled', () => {
  it('lets the stream decide and keeps every item', () => {
    const draws = [0, 1, 0];
    const random = { next: () => 0, integer: () => draws.shift()! };
    expect(shuffled(['а', 'б', 'в', 'г'], random)).to.deep.equal(['в', 'г', 'б', 'а']);
  });

  it('leaves nothing and one as they are', () => {
    const random = { next: () => 0, integer: () => 0 };
    expect(shuffled([], random)).to.deep.equal([]);
    expect(shuffled([1], random)).to.deep.equal([1]);
  });
});
