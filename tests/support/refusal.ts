import { EtalonError } from '#etalon/domain/errors/etalon-error.js';

/** The error that work ends with; fails when it ends without one, or with a defect. */
export async function refusalOf(work: () => unknown): Promise<EtalonError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof EtalonError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
