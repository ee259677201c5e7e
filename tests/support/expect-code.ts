import { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import { expect } from 'chai';

/** Waits for a failure, checks its code and gives it back. */
export async function expectCode(code: string, work: Promise<unknown> | (() => unknown)): Promise<EtalonError> {
  const outcome = await Promise.resolve()
    .then(() => (typeof work === 'function' ? work() : work))
    .then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
  expect(outcome, `no failure: ${JSON.stringify(outcome)}`).to.have.property('error');
  const { error } = outcome as { error: unknown };
  if (!(error instanceof EtalonError)) throw error;
  expect(error.code, error.message).to.equal(code);
  return error;
}

/** All that an asynchronous sequence gives. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
