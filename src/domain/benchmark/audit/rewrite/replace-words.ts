const INSIDE = '[\\p{L}\\p{N}-]';

/** Puts words in the place of others, whole words only, all at once: what was put in is not replaced again. */
export function wordReplacer(pairs: Iterable<readonly [string, string]>): (text: string) => string {
  const table = new Map(pairs);
  const words = [...table.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(escaped);
  const pattern = new RegExp(`(?<!${INSIDE})(?:${words.join('|')})(?!${INSIDE})`, 'giu');
  return (text) =>
    text.replace(pattern, (word) => {
      const other = table.get(word) ?? table.get(lowerFirst(word));
      if (other === undefined) return word;
      return table.has(word) ? other : upperFirst(other);
    });
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** A text with a capital where the original has one. */
export function inCaseOf(original: string, text: string): string {
  return original.startsWith(lowerFirst(original).slice(0, 1)) ? text : upperFirst(text);
}
