const FENCE = /^(?:`{3,})[\w+#.-]*$/gmu;
/** Neither part holds a bracket: that way runs of opening marks stay linear. */
const MARKDOWN_LINK = /\[([^\][]*)\]\([^)\s[\]]*\)/gu;
const BARE_LINK = /(?:https?:\/\/|www\.|t\.me\/)\S+/giu;
const LINK_SIGN = /\/|w\./i;
/** All emoji lie here; most texts have nothing of it but dashes and quotation marks. */
const EMOJI_SIGN = /[\xa9\xae\u200d\u203c-\uffff]/;
const BRACKET = /[([]/;
const EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u{FE0E}\u{FE0F}\u{200D}\u{20E3}\u{1F3FB}-\u{1F3FF}]/gu;
const MARKS = /(\*\*|__|~~|\|\||`{1,4})/gu;
// The mark comes before what must not stand around it: that way the search looks at underscores only.
const ITALIC = /_(?<![\p{L}\p{N}_]_)(?=\S)([^_\n]+?)(?<=\S)_(?![\p{L}\p{N}_])/gu;
const LINE_MARKS = /^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+•][ \t]+)/gmu;
const EMPTY_BRACKETS = /\(\s*\)|\[\s*\]/gu;
const SPACE_BEFORE_STOP = / +(?=[.,!?;:…](?:\s|$))/gu;

/** Runs of white space that are more than the one space that takes their place. */
const WIDE_SPACE = /[^\S\n]{2,}|[^\S\n ]/gu;
const SPACE_AT_BREAK = / +\n *|\n +/gu;

/** Strips Markdown, links and emoji from a post: what a reader would read aloud, line breaks kept. */
export function plainText(markdown: string): string {
  const even = withoutMarks(markdown).replace(WIDE_SPACE, ' ').replace(SPACE_BEFORE_STOP, '');
  return even.includes('\n')
    ? even
        .replace(SPACE_AT_BREAK, '\n')
        .replace(/\n{3,}/gu, '\n\n')
        .trim()
    : even.trim();
}

/** Each expression is only asked where a mark says that it may find something: most lines have none. */
function withoutMarks(markdown: string): string {
  let text = markdown.includes('```') ? markdown.replace(FENCE, '') : markdown;
  if (text.includes('](')) text = text.replace(MARKDOWN_LINK, '$1');
  if (LINK_SIGN.test(text)) text = text.replace(BARE_LINK, '');
  text = text.replace(LINE_MARKS, '').replace(MARKS, '');
  if (text.includes('_')) text = text.replace(ITALIC, '$1');
  if (EMOJI_SIGN.test(text)) text = text.replace(EMOJI, '');
  return BRACKET.test(text) ? text.replace(EMPTY_BRACKETS, '') : text;
}
