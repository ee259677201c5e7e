const LONGEST = 90;

/** The start of a text as a quotation in Russian marks: on one line, cut at a word, inner marks as „“. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim().replaceAll('«', '„').replaceAll('»', '“');
  return `«${line.length <= LONGEST ? line : cutAtWord(line)}»`;
}

function cutAtWord(line: string): string {
  const cut = line.slice(0, LONGEST);
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut).replace(/[\s,.;:—–-]+$/u, '')}…`;
}
