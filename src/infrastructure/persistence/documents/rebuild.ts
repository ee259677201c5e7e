/** The answer of a {@link Replace}: go into the value. */
export const GO_ON: unique symbol = Symbol('go on');
/** The answer of a {@link Replace}: leave the member out (in a list `null` stands there). */
export const OMIT: unique symbol = Symbol('omit');

/** Says what stands at a place instead of a value; `path` is a JSON pointer. */
export type Replace = (value: unknown, path: string) => unknown;

/** Builds a value anew, from outside to inside, with what `replace` says for each place. */
export function rebuild(value: unknown, replace: Replace, path = ''): unknown {
  const replaced = replace(value, path);
  if (replaced !== GO_ON) return replaced;
  if (Array.isArray(value)) return value.map((item, index) => inList(rebuild(item, replace, `${path}/${index}`)));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, rebuild(member, replace, `${path}/${name}`)]);
  return Object.fromEntries(members.filter(([, member]) => member !== OMIT));
}

function inList(item: unknown): unknown {
  return item === OMIT ? null : item;
}
