import { postContext } from './grammar.mjs';
import { deck } from './random.mjs';
import { advertisements, emoji, english, polls, repeats, scraps } from './texts/noise.mjs';

const HOUR = 3_600;
const MOSCOW = 3 * HOUR;
const ERID = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** What a channel publishes on its days: a list of {second of the day, message without id and sender}. */
export function composeDays({ channel, random, firstDay, days }) {
  const tools = decks(channel, random);
  const written = [];
  const result = [];
  for (let index = 0; index < days; index++) {
    const day = firstDay + index;
    const todays = dayPosts({ channel, random, tools, day, index, written });
    result.push(...todays.map((message) => ({ ...message, day })));
  }
  return result;
}

function decks(channel, random) {
  const perEvent = new Map(
    channel.texts.events.map((event) => [
      event,
      {
        angle: deck([...event.leads.keys()], random),
        detail: deck([...event.details.keys()], random),
      },
    ]),
  );
  return {
    event: deck(channel.texts.events, random),
    of: (event) => perEvent.get(event),
    advertisement: deck(advertisements, random),
    poll: deck(polls, random),
    scrap: deck(scraps, random),
    repeat: deck(repeats, random),
  };
}

function dayPosts(scene) {
  const { channel, random, index, day } = scene;
  if (channel.englishDay === index) return english.map((text) => ({ kind: 'post', parts: [text] })).map(timed(random));
  const count = channel.postsOn(index, random);
  const posts = Array.from({ length: count }, () => newsPost(scene));
  const extras = [advertisement, repeat, poll, picture, linkOnly, scrap].flatMap((make) => make(scene, posts));
  return [...posts, ...extras].map(timed(random)).sort((one, other) => one.second - other.second);
}

/** Copies get their time from what they copy, so that they come after it. */
const timed = (random) => (post) => ({
  second: (post.after ?? 0) > 0 ? post.after : random.between(8 * HOUR, 19 * HOUR),
  ...post,
});

function newsPost({ channel, random, tools, day, written }) {
  const event = tools.event();
  const cards = tools.of(event);
  const context = postContext({ random, lexicon: channel.texts.lexicon, day });
  const angle = cards.angle();
  const title = context.expand(event.titles[angle]);
  const picked = Array.from({ length: random.pick([1, 2, 2, 3, 3, 4]) }, cards.detail);
  const details = [...new Set(picked)].sort((one, other) => one - other).map((index) => event.details[index]);
  const sentences = [event.leads[angle], ...details].map((sentence) => context.expand(sentence));
  const parts = dressed({ channel, random, title, sentences, code: event.code });
  const post = { kind: 'post', parts, second: random.between(8 * HOUR, 20 * HOUR), ...marks(random) };
  written.push({ post, day });
  return post;
}

/** The same news in the different clothes that channels put on: headline, paragraphs, emoji, a link, a signature. */
function dressed({ channel, random, title, sentences, code }) {
  const parts = [];
  if (random.chance(0.25)) parts.push(`${random.pick(emoji)} `);
  if (random.chance(0.7)) parts.push({ type: 'bold', text: title }, '\n\n');
  parts.push(...paragraphs(random, sentences));
  if (code !== undefined && random.chance(0.6)) parts.push('\n\n', { type: 'pre', text: code, language: '' });
  if (random.chance(0.3)) parts.push('\n\n', { type: 'text_link', text: 'Подробнее', href: address(channel, random) });
  if (random.chance(0.12)) parts.push('\n\n', { type: 'hashtag', text: random.pick(channel.tags) });
  if (random.chance(channel.signed)) parts.push('\n\n', ...signature(channel));
  return joined(parts);
}

function paragraphs(random, sentences) {
  const parts = [sentences[0]];
  const quoted = random.chance(0.1) ? sentences.length - 1 : -1;
  const italic = random.chance(0.12) ? 1 : -1;
  for (let index = 1; index < sentences.length; index++) {
    parts.push(index % 2 === 0 && random.chance(0.5) ? '\n\n' : ' ');
    if (index === quoted) parts.push({ type: 'blockquote', text: sentences[index], collapsed: false });
    else if (index === italic) parts.push({ type: 'italic', text: sentences[index] });
    else parts.push(...withNumberInBold(random, sentences[index]));
  }
  return parts;
}

/** Entities in the middle of a sentence: a number in bold now and then. */
function withNumberInBold(random, sentence) {
  const match = /\d+(?:,\d)? \p{L}+/u.exec(sentence);
  if (match === null || !random.chance(0.15)) return [sentence];
  const end = match.index + match[0].length;
  return [sentence.slice(0, match.index), { type: 'bold', text: match[0] }, sentence.slice(end)];
}

const signature = (channel) => [
  { type: 'text_link', text: channel.title, href: `https://t.me/${channel.handle}` },
  ' | ',
  { type: 'text_link', text: 'Подписаться', href: `https://t.me/${channel.handle}` },
];

function marks(random) {
  if (random.chance(0.08)) return { editedAfter: random.between(60, 5 * HOUR) };
  return random.chance(0.05)
    ? { forwarded: random.pick(['Вестник Лучинска', 'Тихие новости', 'Дежурный по полке']) }
    : {};
}

function advertisement({ channel, random, tools, day }) {
  if (!random.chance(channel.advertising)) return [];
  const context = postContext({ random, lexicon: {}, day });
  const erid = `2Vtz${Array.from({ length: 8 }, () => random.pick([...ERID])).join('')}`;
  const promo = random.pick(['ЗИМА', 'ЛУЧИНА', 'ТЕПЛО', 'РЕКА']);
  const text = context.expand(tools.advertisement().replace('{erid}', erid).replace('{promo}', promo));
  return [
    {
      kind: 'post',
      parts: joined([
        text,
        '\n\n',
        { type: 'text_link', text: 'Узнать больше', href: `https://promo.example/?erid=${erid}` },
      ]),
    },
  ];
}

/** A copy of an earlier post, exact or with a few words changed. */
function repeat({ random, tools, day, written }) {
  if (!random.chance(0.3)) return [];
  const recent = written.filter((item) => item.day >= day - 1 && item.post.copied !== true);
  if (recent.length === 0) return [];
  const { post, day: written_ } = random.pick(recent);
  const parts = random.chance(0.5) ? post.parts : joined([tools.repeat(), ...post.parts]);
  const after = written_ === day ? post.second + random.between(HOUR, 3 * HOUR) : random.between(9 * HOUR, 20 * HOUR);
  post.copied = true;
  return [{ kind: 'post', parts, after }];
}

function poll({ random, tools }) {
  if (!random.chance(0.08)) return [];
  const [question, answers] = tools.poll();
  return [{ kind: 'poll', question, votes: answers.map((text) => [text, random.between(40, 900)]) }];
}

const picture = ({ random }) => (random.chance(0.12) ? [{ kind: 'picture', parts: [] }] : []);

const linkOnly = ({ channel, random }) =>
  random.chance(0.1) ? [{ kind: 'post', parts: [{ type: 'link', text: address(channel, random) }] }] : [];

const scrap = ({ random, tools }) => (random.chance(0.1) ? [{ kind: 'post', parts: [tools.scrap()] }] : []);

const address = (channel, random) =>
  `https://${channel.handle.replaceAll('_', '-')}.example/post/${random.between(1000, 99999)}`;

/** Neighbouring plain pieces become one, as Telegram writes them. */
function joined(parts) {
  const result = [];
  for (const part of parts) {
    if (typeof part === 'string' && typeof result.at(-1) === 'string') result[result.length - 1] += part;
    else if (part !== '') result.push(part);
  }
  return result;
}

/** Seconds since 1970 of a second of a Moscow day. */
export const moscowSeconds = (day, second) => day * 24 * HOUR + second - MOSCOW;
