/** A batch ends beyond so many characters of JSON. */
const BATCH_CHARACTERS = 500_000;

/** Gathers what rows of JSON hold in batches of `size` or about a megabyte. */
export function* rowBatches<R extends { readonly json: string }, T>(
  rows: Iterable<R>,
  size: number,
  read: (row: R) => T,
): Generator<readonly T[]> {
  let [batch, characters]: [T[], number] = [[], 0];
  for (const row of rows) {
    batch.push(read(row));
    characters += row.json.length;
    if (batch.length < size && characters < BATCH_CHARACTERS) continue;
    yield batch;
    [batch, characters] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
