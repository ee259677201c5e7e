/** The first place at which two JSON values differ; `undefined` stands for a value that is not there. */
export interface JsonDifference {
  /** JSON pointer; "" is the value itself. */
  readonly path: string;
  readonly left: unknown;
  readonly right: unknown;
}

/** Finds the first place, members in the order of the right value, at which two JSON values differ. */
export function jsonDifference(left: unknown, right: unknown, path = ''): JsonDifference | undefined {
  if (!isContainer(left) || !isContainer(right) || Array.isArray(left) !== Array.isArray(right))
    return Object.is(left, right) ? undefined : { path, left, right };
  for (const key of new Set([...Object.keys(right), ...Object.keys(left)])) {
    const place = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const found = jsonDifference(own(left, key), own(right, key), place);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Container = Readonly<Record<string, unknown>>;

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

function own(value: Container, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
