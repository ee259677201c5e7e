/** Half surrogate pairs, which are no characters. */
const HALVES = /\p{Surrogate}/gu;

/** The first characters of a text at most, without half a pair at the end or anywhere: stores refuse or change those. */
export function wellFormedStart(text: string, limit: number): string {
  return text
    .slice(0, limit)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .replace(HALVES, '\uFFFD');
}
