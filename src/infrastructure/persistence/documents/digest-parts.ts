import type { Post } from '../../../domain/dataset/post.js';
import { readInstant } from './read-instant.js';
import { CANONICAL_TEXT } from './canonical-text.js';

type PostText = Pick<Post, 'title' | 'summary' | 'text'>;

/** A digest's document, parted into what has to be parsed and its texts as they stand. */
export interface DigestParts {
  /** The JSON of the document, its summary and its list of posts left empty. */
  readonly rest: string;
  /** {@link CANONICAL_TEXT} with something other than white space in it. */
  readonly summaryMarkdown: string;
  /** The same of its posts: in one of them at least there is something. */
  readonly posts: readonly PostText[];
}

/** Matching takes memory by the length of a text. */
const MOST_BYTES = 1 << 20;
const STRING = '"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"';
const HEAD = new RegExp(
  `^(\\{"digest_id":${STRING},"channel":${STRING},"language":${STRING},"summary_markdown":")(${CANONICAL_TEXT})","posts":\\[`,
);
const POST = new RegExp(
  `\\{"title":"(${CANONICAL_TEXT})","summary":"(${CANONICAL_TEXT})","text":"(${CANONICAL_TEXT})"` +
    '(?:,"message_id":-?(?:0|[1-9][0-9]{0,14}))?(?:,"date":"([^"\\\\]*)")?' +
    `(?:,"url":"${CANONICAL_TEXT}")?(?:,"provenance":"(?:imported|synthetic)")?\\}([,\\]])`,
  'y',
);
/** Members of the same name, however that is escaped: of those the last one counts. */
const MORE_MEMBERS = /"posts"|"summary_markdown"|\\u/;
/** Begins with something other than white space, or with line feeds and spaces before that. */
const VISIBLE = /^(?: |\\n)*[!-[\]-~\xd0\xd1\xf0]/;

/**
 * Parts a document that was written as stores write it.
 *
 * @param json Each character one byte of UTF-8.
 * @returns `undefined` for any other one, and for one whose texts are not canonical, or may be empty.
 */
export function digestParts(json: string): DigestParts | undefined {
  if (json.length > MOST_BYTES) return undefined;
  const [head, beginning = '', summaryMarkdown = ''] = HEAD.exec(json) ?? [];
  if (head === undefined || !VISIBLE.test(summaryMarkdown)) return undefined;
  const list = postsFrom(json, head.length);
  if (list === undefined || !list.posts.some(isVisible) || MORE_MEMBERS.test(list.tail)) return undefined;
  return { rest: decoded(`${beginning}","posts":[${list.tail}`), summaryMarkdown, posts: list.posts };
}

function isVisible({ title, summary, text }: PostText): boolean {
  return [title, summary, text].some((part) => VISIBLE.test(part));
}

function decoded(utf8: string): string {
  return Buffer.from(utf8, 'latin1').toString('utf8');
}

/** The posts from a place on, and what follows from the bracket that ends their list. */
function postsFrom(text: string, start: number): { readonly posts: PostText[]; readonly tail: string } | undefined {
  const posts: PostText[] = [];
  POST.lastIndex = start;
  for (let found = POST.exec(text); found !== null; found = POST.exec(text)) {
    const [, title = '', summary = '', body = '', date, next] = found;
    if (date !== undefined && readInstant(date) === undefined) return undefined;
    posts.push({ title, summary, text: body });
    if (next === ']') return { posts, tail: text.slice(POST.lastIndex - 1) };
  }
  return undefined;
}
