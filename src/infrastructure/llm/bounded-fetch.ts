/** The answer is longer than any that a digest or a judgement could need. */
export class AnswerTooLongError extends Error {
  override readonly name = 'AnswerTooLongError';
}

/**
 * A `fetch` that reads the whole answer, up to a limit, before it hands it on, so that time-outs and cut connections
 * show in one place; and that follows no redirect, which would carry the key to another host.
 *
 * @param limit the most bytes of an answer.
 */
export function boundedFetch(limit: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'manual' });
    const body = await readUpTo(response.body, limit);
    const { status, statusText, headers } = response;
    const plain = new Headers(headers);
    plain.delete('content-encoding');
    plain.delete('content-length');
    return new Response(hasBody(status) ? body : null, { status, statusText, headers: plain });
  };
}

function hasBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}

async function readUpTo(stream: ReadableStream<Uint8Array> | null, limit: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (stream !== null)
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > limit) throw new AnswerTooLongError(`The answer is longer than ${limit} bytes`);
      chunks.push(chunk);
    }
  return Buffer.concat(chunks);
}
