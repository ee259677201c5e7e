const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;

/** The words and numbers of a text in lower case, in order; "ё" as "е", so that spelling does not part equal words. */
export function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().replaceAll('ё', 'е').match(WORD) ?? []) as readonly string[];
}
