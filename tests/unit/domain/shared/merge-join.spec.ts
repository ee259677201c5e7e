import { expect } from 'chai';
import fc from 'fast-check';
import { mergeJoin } from '#etalon/domain/shared/merge-join.js';
import { collect } from '../../../support/expect-code.js';

const byNumber = (one: number, other: number) => one - other;

async function* stream(numbers: readonly number[], onClose: () => void = () => undefined) {
  await Promise.resolve();
  try {
    yield* numbers;
  } finally {
    onClose();
  }
}

describe('mergeJoin', () => {
  it('gives counterparts together and all others alone, in order', async () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 30 })).map((list) => list.sort(byNumber));
    await fc.assert(
      fc.asyncProperty(numbers, numbers, async (a, b) => {
        const all = [...new Set([...a, ...b])].sort(byNumber);
        const of = (list: readonly number[], number: number) => (list.includes(number) ? number : undefined);
        expect(await collect(mergeJoin(stream(a), stream(b), byNumber))).to.deep.equal(
          all.map((number) => ({ a: of(a, number), b: of(b, number) })),
        );
      }),
    );
  });

  it('fails at what is out of order or comes twice, on either side', async () => {
    const failure = (a: number[], b: number[]) => collect(mergeJoin(stream(a), stream(b), byNumber)).catch(String);
    expect(await failure([1, 3, 2], [1])).to.include('do not come in the order');
    expect(await failure([1], [1, 3, 2])).to.include('do not come in the order');
    expect(await failure([1, 1], [1])).to.include('each once');
  });

  it('reads no further than it has to, and closes both when nobody reads on', async () => {
    const closed: string[] = [];
    const [a, b] = [stream([1, 2, 3], () => closed.push('a')), stream([2, 3, 4], () => closed.push('b'))];
    for await (const { b: other } of mergeJoin(a, b, byNumber)) if (other === 2) break;
    expect(closed.sort()).to.deep.equal(['a', 'b']);
  });
});
