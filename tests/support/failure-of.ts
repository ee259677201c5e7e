import { EtalonError } from '#etalon/domain/errors/etalon-error.js';

/** The coded error that a promise ends with; fails when it does not. */
export async function failureOf(work: Promise<unknown>): Promise<EtalonError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof EtalonError) return error;
    throw error;
  }
  throw new Error('Expected a failure, and there was none');
}
