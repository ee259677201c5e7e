import { plainText } from '../../text/plain-text.js';

const OPENING_WORDS = 3;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Cuts a source text into the posts (or passes) that it was joined from. Passes are parted by an empty line. Posts are
 * joined by a newline and hold newlines themselves, but each begins with its title, which its text then repeats: a line
 * that says its own opening words twice begins a post. Where no line does, every line is a unit of its own.
 */
export function sourceUnits(sourceText: string, kind: 'digests' | 'review_reports'): readonly string[] {
  const clean = (text: string) => plainText(text).trim();
  if (kind === 'review_reports')
    return sourceText
      .split(/\n\s*\n/u)
      .map(clean)
      .filter(Boolean);
  const lines = sourceText.split('\n');
  const starts = lines.map(repeatsItsOpening);
  if (starts.filter(Boolean).length < 2) return lines.map(clean).filter(Boolean);
  return joinedFrom(lines, starts).map(clean).filter(Boolean);
}

/** Puts each line to the last one before it that begins a unit. */
function joinedFrom(lines: readonly string[], starts: readonly boolean[]): readonly string[] {
  const units: string[][] = [];
  lines.forEach((line, index) => {
    const open = units.at(-1);
    if (open === undefined || starts[index] === true) units.push([line]);
    else open.push(line);
  });
  return units.map((unit) => unit.join('\n'));
}

/** The first three words come again, or the first two at once: the title has just two words then. */
function repeatsItsOpening(line: string): boolean {
  const words = (line.toLowerCase().match(WORD) ?? []) as readonly string[];
  const comes = (at: number, count: number) =>
    words.length >= at + count && words.slice(0, count).every((word, offset) => words[at + offset] === word);
  return comes(2, 2) || words.some((_, at) => at > 0 && comes(at, OPENING_WORDS));
}
