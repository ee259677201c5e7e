/** Members whose own names are data (metrics, provenances, facts) and stay as they are. */
const NAMES_ARE_DATA: ReadonlySet<string> = new Set([
  ...['scores', 'spread', 'environment', 'by_provenance', 'byProvenance'],
  ...['within_sample_sd', 'withinSampleSd'],
]);

/** Renames the members of plain objects to snake_case, at every depth. */
export function toSnakeCase(value: unknown): unknown {
  return renamed(value, (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

/** Renames the members of plain objects to camelCase, at every depth: undoes {@link toSnakeCase}. */
export function toCamelCase(value: unknown): unknown {
  return renamed(value, (name) => name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()));
}

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => [rename(name), NAMES_ARE_DATA.has(name) ? member : renamed(member, rename)] as const);
  return Object.fromEntries(members);
}
