import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface TinyMessage {
  readonly id: number;
  readonly date: string;
  readonly text: unknown;
  readonly [key: string]: unknown;
}

const PLACES = ['Заречье', 'Луговой', 'Берёзовка', 'Каменный мост', 'Северный посёлок', 'Старый порт'];
const EVENTS = [
  'открыли новую библиотеку, в ней собрано 12 тысяч книг и есть зал для детей',
  'начали ремонт главной дороги, движение ограничат до конца недели',
  'запустили автобус до вокзала, билет стоит 45 рублей',
  'построили лыжную трассу длиной 7 километров с освещением',
  'посадили 300 деревьев вдоль набережной реки',
  'представили план нового парка с прудом и беговой дорожкой',
];

/** A post of this channel and day that no other one is like. */
export function tinyPost(day: number, index: number): string {
  const place = PLACES[(day + index) % PLACES.length]!;
  const event = EVENTS[(day * 5 + index) % EVENTS.length]!;
  return `${place}: ${event}.\n\nОб этом рассказали в администрации ${day} числа. Работы номер ${day * 10 + index} оценили в ${day + 3} миллионов рублей.`;
}

/** Messages of 1 to `days` November 2024 at noon UTC, `perDay` a day. */
export function tinyMessages(days: number, perDay = 3): TinyMessage[] {
  return Array.from({ length: days * perDay }, (_, at) => {
    const day = Math.floor(at / perDay) + 1;
    const moment = Date.UTC(2024, 10, day, 9, at % perDay);
    return {
      id: at + 2,
      type: 'message',
      date: new Date(moment + 10_800_000).toISOString().slice(0, 19),
      date_unixtime: String(moment / 1000),
      text: tinyPost(day, at % perDay),
      text_entities: [],
    };
  });
}

/** Writes an export of one channel and gives its folder's parent. */
export async function writeTinyExport(root: string, channel: string, messages: readonly unknown[]): Promise<string> {
  const folder = join(root, channel);
  await mkdir(folder, { recursive: true });
  const chat = { name: `Канал ${channel}`, type: 'public_channel', id: 1_000_001, messages };
  await writeFile(join(folder, 'result.json'), JSON.stringify(chat));
  return root;
}
