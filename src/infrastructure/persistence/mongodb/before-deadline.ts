import { EtalonError } from '../../../domain/errors/etalon-error.js';

/**
 * Gives what `work` gives, or fails when that takes longer than `milliseconds`: the driver has time-outs for single
 * sockets and servers, and none for an operation with its retries as a whole.
 *
 * @throws STORE_UNAVAILABLE
 */
export function beforeDeadline<T>(work: Promise<T>, milliseconds: number, location: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(tooSlow(milliseconds, location));
    }, milliseconds);
  });
  return Promise.race([work, deadline]).finally(() => {
    clearTimeout(timer);
  });
}

function tooSlow(milliseconds: number, location: string): EtalonError {
  return new EtalonError('STORE_UNAVAILABLE', `${location} did not answer within ${milliseconds} ms.`, {
    details: { location, milliseconds },
  });
}
