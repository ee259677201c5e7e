import { moscowSeconds } from './compose.mjs';

/** A channel's history as Telegram Desktop writes `result.json`: one space of indentation, no line break at the end. */
export function exportFile({ channel, firstDay, posts, random }) {
  const founded = moscowSeconds(firstDay - 900, 12 * 3_600);
  const messages = [service(channel, 1, founded, { action: 'create_channel', title: channel.title })];
  let id = random.between(4_000, 9_000);
  for (const post of posts) {
    messages.push(message(channel, id, post));
    if (post.kind === 'post' && random.chance(0.02)) {
      const at = moscowSeconds(post.day, post.second + 30);
      messages.push(service(channel, ++id, at, { action: 'pin_message', message_id: id - 1 }));
    }
    id += random.between(1, 2);
  }
  const chat = { name: channel.title, type: 'public_channel', id: channel.id, messages };
  return JSON.stringify(chat, null, 1);
}

function service(channel, id, seconds, what) {
  const actor = { actor: channel.title, actor_id: `channel${channel.id}` };
  return { id, type: 'service', ...dates(seconds), ...actor, ...what, text: '', text_entities: [] };
}

function message(channel, id, post) {
  const seconds = moscowSeconds(post.day, post.second);
  const sender = { from: channel.title, from_id: `channel${channel.id}` };
  return { id, type: 'message', ...dates(seconds), ...edited(seconds, post), ...sender, ...body(post) };
}

function body(post) {
  if (post.kind === 'poll') return pollBody(post);
  const parts = post.parts ?? [];
  const entities = parts.map((part) => (typeof part === 'string' ? { type: 'plain', text: part } : part));
  const text = parts.length === 0 ? '' : parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : parts;
  return {
    ...(post.forwarded === undefined ? {} : { forwarded_from: post.forwarded }),
    ...(post.kind === 'picture' ? picture() : {}),
    text,
    text_entities: entities,
  };
}

const picture = () => ({
  photo: '(File not included. Change data exporting settings to download.)',
  width: 1280,
  height: 853,
});

function pollBody({ question, votes }) {
  const total = votes.reduce((sum, [, voters]) => sum + voters, 0);
  const answers = votes.map(([text, voters]) => ({ text, voters, chosen: false }));
  return { poll: { question, closed: false, total_voters: total, answers }, text: '', text_entities: [] };
}

function edited(seconds, { editedAfter }) {
  if (editedAfter === undefined) return {};
  return { edited: local(seconds + editedAfter), edited_unixtime: String(seconds + editedAfter) };
}

const dates = (seconds) => ({ date: local(seconds), date_unixtime: String(seconds) });

/** The clock on a wall in Moscow: three hours ahead of UTC all year. */
const local = (seconds) => new Date((seconds + 3 * 3_600) * 1_000).toISOString().slice(0, 19);
