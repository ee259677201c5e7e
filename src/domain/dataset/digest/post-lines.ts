import { plainText } from '../../text/plain-text.js';
import type { PostLine } from './post-line.js';

/** Four times the longest message of Telegram; what is over would only cost time. */
const LONGEST = 16_384;
const FENCED = /```[\s\S]*?(?:```|$)/gu;
const LINK_BREAK = /\[([^\]\n]*)\n+([^\]]*)\](?=\()/gu;
const LIST_MARK =
  /^\s*(?:>\s*)?(?:\*\*|_)?(?:(?:[-*+•▪▫►▶◾◽●○–—→]|\p{N}{1,2}[.)])\s+|(?:\p{N}\u{FE0F}?\u{20E3}|\p{Extended_Pictographic}[\u{FE0F}\u{200D}\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}]*)\s*)+/u;
const STRONG = /^[^\p{L}\p{N}*]*(?:\*\*(?:(?!\*\*).)+\*\*|#{1,6}\s.+)[^\p{L}\p{N}*]*$/u;
const LINKED = /^[^\p{L}\p{N}[]*\[[^\]]+\]\([^)\s]*\)[^\p{L}\p{N}]*(?:\([\p{L}\p{N} ]{1,20}\)\s*)?$/u;
const LINK = /\[([^\]]*)\]\([^)\s]*\)/gu;
const ITALIC = /(?<![\p{L}\p{N}_])_([^_\n]+)_(?![\p{L}\p{N}_])/gu;
const HASHTAG = /(?:^|\s)#[\p{L}\p{N}_]+/gu;
const MEDIA_NOTE = /\s*[([](?:\p{N}+ )?(?:фото|видео|фото и видео|аудио|инфографика|gif|\p{N}\p{N}\+)[)\]]/giu;
const JUNK_BEFORE = /^[^\p{L}\p{N}«„“"'(+−$€₽№]+/u;
const LABEL = /^(?:обновлено|обновление|дополнено|апдейт|upd|срочно|молния|важно|внимание)\s*[:!.—-]\s*(?=\p{Lu}|«)/iu;
const JUNK_AFTER = /[^\p{L}\p{N}»”“"')\].!?…:;,%°+₽$€]+$/u;
/** Runs of white space that are more than the one space that takes their place. */
const WIDE_SPACE = /\s{2,}|[^\S ]/gu;
const SPACE_BEFORE_MARK = /\s+(?=[.,!?;:…»)](?:\s|$))/gu;

/** The lines of a post that hold something to read, in order; code blocks are left out. */
export function postLines(markdown: string): readonly PostLine[] {
  const lines: PostLine[] = [];
  for (const raw of markdown.slice(0, LONGEST).replace(FENCED, '\n').replace(LINK_BREAK, '[$1 $2]').split('\n')) {
    const text = cleanLine(raw);
    if (text === '') continue;
    lines.push({
      text,
      item: LIST_MARK.test(raw),
      strong: isStrong(raw),
      linked: raw.includes('[') && LINKED.test(raw.replaceAll('**', '')),
    });
  }
  return lines;
}

function isStrong(raw: string): boolean {
  return /\*\*|#/.test(raw) && STRONG.test(raw.replace(LINK, '$1').trim());
}

/** One line as a reader would read it aloud. */
function cleanLine(raw: string): string {
  return withoutExtras(plainText(raw.replace(LIST_MARK, '')))
    .replace(SPACE_BEFORE_MARK, '')
    .replace(JUNK_BEFORE, '')
    .replace(LABEL, '')
    .replace(JUNK_AFTER, '')
    .replace(WIDE_SPACE, ' ')
    .trim();
}

/** Each expression is only asked where its mark stands. */
function withoutExtras(line: string): string {
  let text = line.includes('_') ? line.replace(ITALIC, '$1') : line;
  if (text.includes('#')) text = text.replace(HASHTAG, '');
  return /[([]/.test(text) ? text.replace(MEDIA_NOTE, '') : text;
}
