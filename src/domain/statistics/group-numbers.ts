/** Numbers by key, in the order of first appearance: `entry` says under which key each value goes, and as what. */
export function groupNumbers<V, K>(
  values: readonly V[],
  entry: (value: V) => readonly [K, number],
): ReadonlyMap<K, readonly number[]> {
  const groups = new Map<K, number[]>();
  for (const value of values) {
    const [key, number] = entry(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [number]);
    else group.push(number);
  }
  return groups;
}
