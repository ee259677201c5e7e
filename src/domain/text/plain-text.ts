const MARKDOWN_LINK = /\[([^\]]*)\]\([^)\s]*\)/gu;
const BARE_LINK = /(?:https?:\/\/|www\.|t\.me\/)\S+/giu;
const EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u{FE0E}\u{FE0F}\u{200D}\u{20E3}\u{1F3FB}-\u{1F3FF}]/gu;
const MARKS = /(\*\*|__|~~|\|\||`{1,3})/gu;
const LINE_MARKS = /^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+•][ \t]+)/gmu;

/** Strips Markdown, links and emoji from a post: what a reader would read aloud, line breaks kept. */
export function plainText(markdown: string): string {
  return markdown
    .replace(MARKDOWN_LINK, '$1')
    .replace(BARE_LINK, '')
    .replace(LINE_MARKS, '')
    .replace(MARKS, '')
    .replace(EMOJI, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
