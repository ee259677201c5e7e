const PREFIXES = new Set(
  'пере пред подо при про под над раз рас воз вос ото обо вз вс вы за на по до от об из ис у с о в'.split(' '),
);
const LONGEST_PREFIX = 4;
const SHORTEST = 4;
const FLEETING = /(?<=[бвгджзклмнпрстфхцчшщ])[ое](?=[кцн]$)/u;
const PARTNERS: Readonly<Record<string, string>> = { г: 'ж', з: 'ж', д: 'ж', к: 'ч', ц: 'ч', т: 'ч', х: 'ш', с: 'ш' };

/**
 * What words of one root mostly share, from a Snowball stem: the first four letters without a verb's prefix, the last
 * letter as its partner in alternations ("построил", "строить"; "рынок", "рынка"; "друг", "дружба"). It errs towards
 * joining: it is for forgiving, never for telling apart.
 */
export function russianRoot(stem: string): string {
  const bare = withoutPrefix(stem.replace(FLEETING, ''));
  const root = bare.slice(0, SHORTEST);
  const last = root.at(-1) ?? '';
  return root.slice(0, -1) + (PARTNERS[last] ?? last);
}

/** One after the other, of several the longest, so that "построил" and "строил" meet. */
function withoutPrefix(stem: string): string {
  for (let length = Math.min(LONGEST_PREFIX, stem.length - SHORTEST); length > 0; length--)
    if (PREFIXES.has(stem.slice(0, length))) return withoutPrefix(stem.slice(length));
  return stem;
}
