import { expect } from 'chai';
import { errorReport } from '#etalon/domain/errors/error-report.js';
import { EtalonError } from '#etalon/domain/errors/etalon-error.js';

describe('errorReport', () => {
  it('describes an expected failure with the hint of the catalogue', () => {
    const error = new EtalonError('STORE_LOCKED', 'Held by 7.', { details: { pid: 7 } });
    expect(errorReport(error)).to.deep.equal({
      code: 'STORE_LOCKED',
      message: 'Held by 7.',
      details: { pid: 7 },
      hint: 'Wait for it to end, then run the command again.',
      exit_code: 1,
    });
    expect(error.exitCode).to.equal(1);
  });

  it('prefers the hint of the place that knows better, and keeps the cause', () => {
    const cause = new Error('why');
    const error = new EtalonError('USAGE', 'No.', { hint: 'Do that.', cause });
    expect(errorReport(error)).to.include({ hint: 'Do that.', exit_code: 64 });
    expect(error.cause).to.equal(cause);
  });

  it('takes anything else for a defect', () => {
    expect(errorReport(new TypeError('x is not a function'))).to.include({
      code: 'INTERNAL',
      message: 'x is not a function',
      exit_code: 1,
    });
    expect(errorReport('thrown text').message).to.equal('thrown text');
  });
});
