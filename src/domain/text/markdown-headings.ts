const HEADING = /^[ \t]{0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/gmu;

/** The headings of a Markdown text in order, without their marks. */
export function markdownHeadings(markdown: string): readonly string[] {
  return Array.from(markdown.matchAll(HEADING), ([, heading = '']) => heading);
}
