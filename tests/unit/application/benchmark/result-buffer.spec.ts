import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { ResultBuffer } from '#etalon/application/benchmark/result-buffer.js';
import type { SampleResult } from '#etalon/domain/benchmark/sample-result.js';
import { TestClock } from '../../../support/test-clock.js';

const result = (position: number) => ({ position, sampleId: `s${position}`, status: 'unscored' }) as SampleResult;

function buffer(save: (size: number) => Promise<void>, atOnce = false) {
  const clock = new TestClock();
  return { clock, results: new ResultBuffer((group) => save(group.length), clock, atOnce) };
}

describe('ResultBuffer', () => {
  const stored: number[] = [];
  const save = (size: number) => Promise.resolve(void stored.push(size));
  beforeEach(() => stored.splice(0));

  it('stores groups of 500, and the rest when asked', async () => {
    const { results } = buffer(save);
    for (let position = 0; position < 1_001; position += 1) await results.add(result(position));
    await results.flush();
    await results.flush();
    expect(stored.reduce((sum, size) => sum + size, 0)).to.equal(1_001);
    expect(Math.max(...stored)).to.be.at.most(500);
  });

  it('stores what waits after 250 ms although no other result comes', async () => {
    const { results } = buffer(save);
    await results.add(result(1));
    expect(stored).to.deep.equal([]);
    await sleep(400);
    expect(stored).to.deep.equal([1]);
  });

  it('stores at the next result when a judge kept the thread until then', async () => {
    const { clock, results } = buffer(save);
    await results.add(result(1));
    clock.advance(300);
    await results.add(result(2));
    expect(stored).to.deep.equal([2]);
  });

  it('tells of a group that could not be stored, at the next call', async () => {
    const { results } = buffer(() => Promise.reject(new Error('away')));
    await results.add(result(1));
    await sleep(400);
    expect(await results.flush().catch((error: unknown) => error)).to.be.instanceOf(Error);
  });

  describe('for results that cost something', () => {
    it('stores each at once, and together what came while the store was busy', async () => {
      let release: () => void = () => undefined;
      const { results } = buffer(async (size) => {
        stored.push(size);
        await new Promise<void>((resolve) => (release = resolve));
      }, true);
      await results.add(result(1));
      await sleep(20);
      expect(stored).to.deep.equal([1]);
      for (const position of [2, 3, 4]) await results.add(result(position));
      await sleep(20);
      expect(stored, 'the first group is still on its way').to.deep.equal([1]);
      release();
      await sleep(20);
      expect(stored).to.deep.equal([1, 3]);
      release();
      await results.flush();
    });

    it('takes no further result once one could not be stored', async () => {
      const { results } = buffer(() => Promise.reject(new Error('away')), true);
      await results.add(result(1));
      await sleep(20);
      expect(await results.add(result(2)).catch((error: unknown) => error)).to.be.instanceOf(Error);
    });
  });
});
