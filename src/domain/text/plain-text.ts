const FENCE = /^(?:`{3,})[\w+#.-]*$/gmu;
const MARKDOWN_LINK = /\[([^\]]*)\]\([^)\s]*\)/gu;
const BARE_LINK = /(?:https?:\/\/|www\.|t\.me\/)\S+/giu;
const EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u{FE0E}\u{FE0F}\u{200D}\u{20E3}\u{1F3FB}-\u{1F3FF}]/gu;
const MARKS = /(\*\*|__|~~|\|\||`{1,4})/gu;
// The mark comes before what must not stand around it: that way the search looks at underscores only.
const ITALIC = /_(?<![\p{L}\p{N}_]_)(?=\S)([^_\n]+?)(?<=\S)_(?![\p{L}\p{N}_])/gu;
const LINE_MARKS = /^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+•][ \t]+)/gmu;
const EMPTY_BRACKETS = /\(\s*\)|\[\s*\]/gu;
const SPACE_BEFORE_STOP = / +(?=[.,!?;:…](?:\s|$))/gu;

/** Strips Markdown, links and emoji from a post: what a reader would read aloud, line breaks kept. */
export function plainText(markdown: string): string {
  return withoutMarks(markdown)
    .replace(/[^\S\n]+/gu, ' ')
    .replace(SPACE_BEFORE_STOP, '')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function withoutMarks(markdown: string): string {
  return markdown
    .replace(FENCE, '')
    .replace(MARKDOWN_LINK, '$1')
    .replace(BARE_LINK, '')
    .replace(LINE_MARKS, '')
    .replace(MARKS, '')
    .replace(ITALIC, '$1')
    .replace(EMOJI, '')
    .replace(EMPTY_BRACKETS, '');
}
