/** A record of one stream and its counterpart in the other, as far as they are there. */
export interface Joined<T> {
  readonly a: T | undefined;
  readonly b: T | undefined;
}

/** Below 0 when the first one comes first, 0 for counterparts. */
type Order<T> = (one: T, other: T) => number;

const OUT_OF_ORDER = 'Records that are joined by their ids do not come in the order of their UTF-8 bytes, each once.';

/**
 * Joins two streams that are both in strictly ascending order; what has no counterpart comes alone. Memory is that of one record of
 * either.
 *
 * @throws Error at a record that is not after the one before it: what is left could not be joined truly
 */
export async function* mergeJoin<T>(
  a: AsyncIterable<T>,
  b: AsyncIterable<T>,
  order: Order<T>,
): AsyncGenerator<Joined<T>> {
  const [left, right] = [ascending(a, order), ascending(b, order)];
  try {
    yield* joined(left, right, order);
  } finally {
    await Promise.all([left.return(undefined), right.return(undefined)]);
  }
}

type Records<T> = AsyncGenerator<T, undefined>;

async function* ascending<T>(records: AsyncIterable<T>, order: Order<T>): Records<T> {
  let last: T | undefined;
  for await (const record of records) {
    if (last !== undefined && order(last, record) >= 0) throw new Error(OUT_OF_ORDER);
    last = record;
    yield record;
  }
}

async function* joined<T>(left: Records<T>, right: Records<T>, order: Order<T>): AsyncGenerator<Joined<T>> {
  let [a, b] = [await next(left), await next(right)];
  while (a !== undefined || b !== undefined) {
    const first = a === undefined ? 1 : b === undefined ? -1 : order(a, b);
    yield { a: first <= 0 ? a : undefined, b: first >= 0 ? b : undefined };
    if (first <= 0) a = await next(left);
    if (first >= 0) b = await next(right);
  }
}

async function next<T>(records: Records<T>): Promise<T | undefined> {
  return (await records.next()).value;
}
