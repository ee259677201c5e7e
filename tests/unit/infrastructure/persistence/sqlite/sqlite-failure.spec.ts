import type { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import { sqliteFailure } from '#etalon/infrastructure/persistence/sqlite/sqlite-failure.js';
import { expect } from 'chai';

const failure = (errcode: number): string =>
  (sqliteFailure(Object.assign(new Error('x'), { errcode }), 'f') as EtalonError).code;

describe('sqliteFailure', () => {
  it('gives each result code, extended or not, an error code', () => {
    expect([5, 6, 10, 14, 261, 522].map(failure)).to.deep.equal(Array.from({ length: 6 }, () => 'STORE_UNAVAILABLE'));
    expect([8, 1032].map(failure)).to.deep.equal(['STORE_READ_ONLY', 'STORE_READ_ONLY']);
    expect([11, 26, 267].map(failure)).to.deep.equal(['STORE_CORRUPT', 'STORE_CORRUPT', 'STORE_CORRUPT']);
    expect(failure(13)).to.equal('DISK_FULL');
  });

  it('knows the texts of iterators, and leaves the rest alone', () => {
    const malformed = sqliteFailure(new Error('database disk image is malformed'), 'f') as EtalonError;
    expect(malformed.code).to.equal('STORE_CORRUPT');
    const constraint = Object.assign(new Error('x'), { errcode: 19 });
    for (const defect of [constraint, new Error('y'), 'text']) expect(sqliteFailure(defect, 'f')).to.equal(defect);
  });
});
