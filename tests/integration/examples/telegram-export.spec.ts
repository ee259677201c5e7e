import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { parseChannel } from '#etalon/domain/dataset/channel.js';
import { isRussian } from '#etalon/domain/text/russian.js';

interface Message {
  readonly id: number;
  readonly type: string;
  readonly date: string;
  readonly date_unixtime: string;
  readonly text: string | readonly (string | { readonly text: string })[];
  readonly text_entities: readonly { readonly text: string }[];
  readonly poll?: unknown;
  readonly photo?: string;
  readonly edited?: string;
  readonly forwarded_from?: string;
}

const ROOT = 'examples/telegram-export';
const CHANNELS = ['nauka_za_chas', 'polka_programmista', 'rels_i_rubl', 'tihiy_bit', 'tihorechensk_today'] as const;

const pathOf = (channel: string, root = ROOT) => join(root, channel, 'result.json');

async function messagesOf(channel: string): Promise<readonly Message[]> {
  const chat = JSON.parse(await readFile(pathOf(channel), 'utf8')) as {
    readonly messages: readonly Message[];
  };
  return chat.messages;
}

const textOf = ({ text }: Message): string =>
  typeof text === 'string' ? text : text.map((part) => (typeof part === 'string' ? part : part.text)).join('');

const isAdvertising = (message: Message) => textOf(message).includes('erid: ');

/** Russian posts that are no advertising, a day. */
function russianPosts(messages: readonly Message[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const message of messages) {
    if (!isRussian(textOf(message), () => 'ru') || isAdvertising(message)) continue;
    const day = message.date.slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return days;
}

const run = (...options: readonly string[]) =>
  promisify(execFile)(process.execPath, [join(ROOT, 'generate.mjs'), ...options]);

describe('the example export', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-example-'));
  });

  after(async () => {
    await rm(folder, { recursive: true });
  });

  it('is what its generator writes, byte for byte', async () => {
    await run('--out', folder);
    expect((await readdir(folder)).sort()).to.deep.equal(CHANNELS);
    for (const channel of CHANNELS) {
      const made = await readFile(pathOf(channel, folder));
      expect(made.equals(await readFile(pathOf(channel))), channel).to.equal(true);
    }
  });

  it('differs with another seed', async () => {
    await run('--out', folder, '--seed', '7');
    const made = await readFile(pathOf('rels_i_rubl', folder));
    expect(made.equals(await readFile(pathOf('rels_i_rubl')))).to.equal(false);
  });

  for (const channel of CHANNELS) {
    describe(channel, () => {
      it('is named by a handle and stays below 500 kB', async () => {
        expect(parseChannel(channel)).to.equal(`@${channel}`);
        expect((await stat(pathOf(channel))).size).to.be.below(500_000);
      });

      it('keeps ids and dates in order, local time three hours ahead of UTC', async () => {
        const messages = await messagesOf(channel);
        expect(messages[0]?.type).to.equal('service');
        for (const [index, message] of messages.entries()) {
          expect(message.id).to.be.above(messages[index - 1]?.id ?? 0);
          expect(Date.parse(`${message.date}Z`) / 1000 - 10_800).to.equal(Number(message.date_unixtime));
        }
        const days = messages.slice(1).map(({ date }) => date.slice(0, 10));
        expect(days).to.deep.equal([...days].sort());
        expect(days[0]! >= '2024-11-04' && days.at(-1)! <= '2024-12-03').to.equal(true);
      });

      it('says the same in its text and in its entities, with every slot filled', async () => {
        for (const message of await messagesOf(channel)) {
          expect(message.text_entities.map(({ text }) => text).join('')).to.equal(textOf(message));
          expect(textOf(message)).to.not.match(/undefined|NaN|\{[a-zа-я0-9~+-]+[^}]*\}/u);
        }
      });

      it('has advertising, repeated posts, pictures and links', async () => {
        const messages = await messagesOf(channel);
        const texts = messages.map(textOf).filter((text) => text.length > 80);
        expect(messages.some(isAdvertising)).to.equal(true);
        expect(new Set(texts).size).to.be.below(texts.length);
        expect(messages.some(({ photo }) => photo !== undefined)).to.equal(true);
        expect(messages.some((message) => /^https:\S+$/u.test(textOf(message)))).to.equal(true);
      });
    });
  }

  it('fills most days of four channels and few of the fifth', async () => {
    for (const channel of CHANNELS) {
      const full = [...russianPosts(await messagesOf(channel)).values()].filter((count) => count >= 3).length;
      if (channel === 'polka_programmista') expect(full, channel).to.be.within(8, 15);
      else expect(full, channel).to.be.within(24, 29);
    }
  });

  it('has a day without a Russian post, polls, edited and forwarded posts', async () => {
    const technology = await messagesOf('tihiy_bit');
    expect(technology.filter(({ date }) => date.startsWith('2024-11-21'))).to.have.length.above(3);
    expect(russianPosts(technology).has('2024-11-21')).to.equal(false);
    const all = (await Promise.all(CHANNELS.map(messagesOf))).flat();
    expect(all.some(({ poll }) => poll !== undefined)).to.equal(true);
    expect(all.some(({ edited }) => edited !== undefined)).to.equal(true);
    expect(all.some(({ forwarded_from }) => forwarded_from !== undefined)).to.equal(true);
  });
});
