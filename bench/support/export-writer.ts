import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** What an export is to look like. */
export interface ExportShape {
  readonly bytes: number;
  /** The last day of the posts, UTC, and over how many days they are spread. */
  readonly lastDay: string;
  readonly days: number;
  readonly seed: number;
}

const SYLLABLES = 'ба во ги до жи за ко ла ме но пе ро си ту фо ха це чи ша ся ни ры ве му то'.split(' ');
const ENDINGS = ['', 'й', 'л', 'т', 'ны', 'сть', 'ние', 'ет', 'ов', 'ами'];
const BATCH = 200;
/** A post takes about so much, its entities counted twice as in real exports. */
export const POST_BYTES = 1750;

/** Writes an export of one channel in the layout of Telegram Desktop, never holding more than a batch of posts. */
export async function writeExport(path: string, shape: ExportShape): Promise<void> {
  const file = createWriteStream(path);
  const random = sequence(shape.seed);
  const end = Date.parse(`${shape.lastDay}T20:00:00Z`);
  const posts = Math.ceil(shape.bytes / POST_BYTES);
  const words = Array.from({ length: 6000 }, () => word(random));
  file.write('{"name":"Канал для измерений","type":"public_channel","id":1234567890,"messages":[\n');
  for (let id = 1; id <= posts; id += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, posts - id + 1) }, (_, index) => {
      const age = (1 - (id + index) / posts) * shape.days * 86_400_000;
      return JSON.stringify(message(id + index, end - age, words, random));
    });
    if (!file.write(`${id === 1 ? '' : ',\n'}${batch.join(',\n')}`)) await once(file, 'drain');
  }
  file.end(']}');
  await once(file, 'close');
}

/** A linear congruential sequence of 48 bits, as `drand48` has it: good enough to vary words. */
function sequence(seed: number): (bound: number) => number {
  let state = BigInt(seed) ^ 0x5deece66dn;
  let [high, low] = [Number((state >> 24n) & 0xffffffn), Number(state & 0xffffffn)];
  state = 0n;
  return (bound) => {
    const product = low * 0xe66d + 0xb;
    high = (high * 0xe66d + low * 0x5dee + Math.floor(product / 0x1000000)) % 0x1000000;
    low = product % 0x1000000;
    return Math.floor((high / 0x1000000) * bound);
  };
}

function word(random: (bound: number) => number): string {
  const stem = Array.from({ length: 1 + random(3) }, () => SYLLABLES[random(SYLLABLES.length)]).join('');
  return stem + (ENDINGS[random(ENDINGS.length)] ?? '');
}

function sentence(words: readonly string[], random: (bound: number) => number): string {
  const count = 6 + random(10);
  const chosen = Array.from({ length: count }, () => words[Math.min(random(6000), random(6000))] ?? '');
  const text = chosen.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function message(
  id: number,
  at: number,
  words: readonly string[],
  random: (bound: number) => number,
): Record<string, unknown> {
  const body = Array.from({ length: 3 + random(3) }, () => sentence(words, random)).join(' ');
  const text = [
    { type: 'bold', text: sentence(words, random) },
    `\n\n${body}\n\n`,
    { type: 'text_link', text: 'Канал — Подписаться', href: 'https://t.me/+aaaaBBBBccccDDDD' },
  ];
  const iso = new Date(at + 3 * 3_600_000).toISOString().slice(0, 19);
  const entities = text.map((part) => (typeof part === 'string' ? { type: 'plain', text: part } : part));
  return {
    id,
    type: 'message',
    date: iso,
    date_unixtime: String(Math.floor(at / 1000)),
    from: 'Канал для измерений',
    from_id: 'channel1234567890',
    text,
    text_entities: entities,
  };
}
