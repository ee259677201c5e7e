import { readInstant } from '#etalon/infrastructure/persistence/documents/read-instant.js';
import { expect } from 'chai';

const MOMENT = Date.UTC(2024, 4, 5, 12);

describe('readInstant', () => {
  it('reads dates, ISO strings and epochs', () => {
    for (const value of [
      new Date(MOMENT),
      MOMENT,
      MOMENT / 1000,
      '2024-05-05T12:00:00Z',
      '2024-05-05T12:00:00.000Z',
      '2024-05-05T12:00:00',
      '2024-05-05 12:00',
      '2024-05-05T12:00:00.000499+00:00',
      '2024-05-05T15:00:00+0300',
    ]) {
      expect(readInstant(value), String(value)).to.equal(MOMENT);
    }
    expect(readInstant('2024-05-05')).to.equal(Date.UTC(2024, 4, 5));
  });

  it('knows nothing of anything else', () => {
    for (const value of [
      '',
      'now',
      '2024-02-30T99:00:00Z',
      '5/5/2024',
      -1,
      1e300,
      Number.NaN,
      new Date(NaN),
      null,
      true,
      {},
    ]) {
      expect(readInstant(value), JSON.stringify(value)).to.equal(undefined);
    }
  });
});
