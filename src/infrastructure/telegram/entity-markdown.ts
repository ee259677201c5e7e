import { safeHref } from './safe-href.js';
import type { TextEntity } from './text-entity.js';
import { entitiesOf } from './text-entity.js';

/**
 * Writes a message's text as Markdown. Marks hug the words (Telegram lets them swallow spaces and line breaks, Markdown
 * does not), links keep only web and Telegram addresses, entities without a Markdown form give their text, and special
 * characters of plain text stay as people typed them.
 *
 * @param text - `text` or `text_entities` of a message.
 */
export function entityMarkdown(text: unknown): string {
  if (typeof text === 'string') return text;
  return merged(entitiesOf(text)).map(rendered).join('');
}

type Render = (inner: string, entity: TextEntity) => string;

const marked =
  (mark: string): Render =>
  (inner) =>
    mapLines(inner, (line) => hug(line, (core) => mark + core + mark));

const RENDER: Readonly<Record<string, Render>> = {
  bold: marked('**'),
  italic: marked('_'),
  strikethrough: marked('~~'),
  spoiler: marked('||'),
  code: (inner) => hug(inner, codeSpan),
  pre: (inner, entity) => fence(inner, entity.language),
  text_link: (inner, entity) => link(inner, entity.href),
  blockquote: quote,
  expandable_blockquote: quote,
};

function rendered(entity: TextEntity): string {
  const inner = entityMarkdown(entity.text);
  const type = typeof entity.type === 'string' ? entity.type : '';
  const render = Object.hasOwn(RENDER, type) ? RENDER[type] : undefined;
  return render === undefined ? inner : render(inner, entity);
}

/** Joins neighbours of one kind, which clients split at will: two marks in a row would read as noise. */
function merged(entities: readonly TextEntity[]): readonly TextEntity[] {
  const result: TextEntity[] = [];
  for (const entity of entities) {
    const last = result.at(-1);
    if (last !== undefined && joinable(last, entity))
      result[result.length - 1] = { ...last, text: [last.text, entity.text] };
    else result.push(entity);
  }
  return result;
}

function joinable(one: TextEntity, other: TextEntity): boolean {
  const { type } = one;
  return type === other.type && one.href === other.href && typeof type === 'string' && JOINABLE.has(type);
}

const JOINABLE: ReadonlySet<string> = new Set(['bold', 'italic', 'strikethrough', 'spoiler', 'code', 'text_link']);

function mapLines(text: string, change: (line: string) => string): string {
  return text.includes('\n') ? text.split('\n').map(change).join('\n') : change(text);
}

/** Applies a mark to a text without the white space around it, where there is anything to mark but signs and emoji. */
function hug(text: string, mark: (core: string) => string): string {
  const core = text.trim();
  if (!/[\p{L}\p{N}]/u.test(core)) return text;
  const start = text.indexOf(core);
  return text.slice(0, start) + mark(core) + text.slice(start + core.length);
}

function codeSpan(core: string): string {
  return core.includes('`') ? `\`\` ${core} \`\`` : `\`${core}\``;
}

function fence(inner: string, language: unknown): string {
  const name = typeof language === 'string' && /^[\w+#.-]{1,30}$/.test(language) ? language : '';
  const marks = inner.includes('```') ? '````' : '```';
  return `\n${marks}${name}\n${inner.replace(/^\n+|\n+$/g, '')}\n${marks}\n`;
}

function quote(inner: string): string {
  return mapLines(inner.trim(), (line) => `> ${line}`);
}

/** A label that shows nothing (previews are hung on those) is no link; brackets would end it early. */
function link(inner: string, href: unknown): string {
  const address = safeHref(href);
  if (address === undefined || !/[^\s\p{Cf}]/u.test(inner)) return inner;
  const label = (core: string): string =>
    `[${core.replace(/\s*\n\s*/g, ' ').replace(/[[\]]/g, (bracket) => (bracket === '[' ? '(' : ')'))}](${address})`;
  return hug(inner, label);
}
