/**
 * Works on items, at most `width` of them at once, each begun in its order. After a failure no other is begun; the first
 * one is thrown once those under way have ended.
 */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const failures: { readonly error: unknown }[] = [];
  const worker = async (): Promise<void> => {
    for (const item of left)
      if (failures.length > 0) return;
      else await work(item).catch((error: unknown) => failures.push({ error }));
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  if (failures[0] !== undefined) throw failures[0].error;
}
