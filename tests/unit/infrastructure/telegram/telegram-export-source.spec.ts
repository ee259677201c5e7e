import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { SourceEvent } from '#etalon/application/ports/post-source.port.js';
import { TelegramExportSource } from '#etalon/infrastructure/telegram/telegram-export-source.js';
import { chatExport, eventsOf, ExportFolder, message, sourceOptions } from '../../../support/export-folder.js';
import { refusalOf } from '../../../support/refusal.js';

describe('TelegramExportSource', () => {
  const source = new TelegramExportSource();
  let folder: ExportFolder;

  beforeEach(async () => {
    folder = await ExportFolder.make();
  });

  afterEach(async () => {
    await folder.remove();
  });

  const refused = (path: string, options = sourceOptions()) => refusalOf(() => eventsOf(source, path, options));
  const told = (events: readonly SourceEvent[]): string[] =>
    events.map((event) => {
      if (event.type === 'channel') return `${event.channel} ${event.title}`;
      return event.type === 'post' ? `post ${event.post.messageId}` : `skipped ${event.reason}`;
    });

  describe('what it finds', () => {
    it('reads every sub-folder by name, and the folder itself', async () => {
      await folder.write('beta/result.json', chatExport([message(2, 'б')], { name: 'Бета', id: 2 }));
      await folder.write('Alpha/result.json', chatExport([message(1, 'а')], { name: 'Альфа' }));
      await folder.write('alone/readme.txt', 'нет');
      await folder.write('note.txt', 'нет');
      const events = await eventsOf(source, folder.path);
      expect(told(events)).to.deep.equal(['@alpha Альфа', 'post 1', '@beta Бета', 'post 2']);
      expect(events[0]).to.include({ file: join(folder.path, 'Alpha/result.json') });
      const alone = await eventsOf(source, join(folder.path, 'beta'));
      expect(told(alone)).to.deep.equal(['@beta Бета', 'post 2']);
    });

    it('reads one file, and tells the size before', async () => {
      const text = chatExport([{ type: 'service', id: 1 }, message(2, 'а'), message(3, '')]);
      const path = await folder.write('gamma/history.json', text);
      let bytes = 0;
      const options = { ...sourceOptions(), onBytes: (count: number) => (bytes += count) };
      const events = await eventsOf(source, path, options);
      expect(told(events)).to.deep.equal(['@gamma Вестник', 'skipped service', 'post 2', 'skipped empty']);
      expect(bytes).to.equal(Buffer.byteLength(text));
      expect(await source.size(path)).to.equal(bytes);
    });

    it('takes a byte order mark and fields it does not know', async () => {
      const text = chatExport([message(1, 'а', { views: { count: 5 } })], { about: [{ x: '}' }] });
      await folder.write('delta/result.json', `\ufeff${text}`);
      expect(told(await eventsOf(source, folder.path))).to.deep.equal(['@delta Вестник', 'post 1']);
    });

    it('takes name and id from behind the messages', async () => {
      const text = `{"messages":[${JSON.stringify(message(1, 'а'))}],"name":"Позже","id":77}`;
      await folder.write('Chat Export/result.json', text);
      const options = sourceOptions({ 77: '@later' });
      expect(told(await eventsOf(source, folder.path, options))).to.deep.equal(['@later Позже', 'post 1']);
    });
  });

  describe('names', () => {
    it('asks for the handle of a folder that is not named like one', async () => {
      await folder.write('ChatExport_2024-12-03/result.json', chatExport([message(1, 'а')]));
      const error = await refused(folder.path);
      expect(error.code).to.equal('SOURCE_CHANNEL_UNNAMED');
      expect(error.message).to.equal('No handle is known for "Вестник" (id 1001).');
      expect(error.hint).to.contain('Add --channel-name 1001=@handle');
      expect(error.details).to.deep.equal({
        chats: [{ title: 'Вестник', id: '1001', type: 'public_channel' }],
      });
      const named = await eventsOf(source, folder.path, sourceOptions({ 1001: '@Vestnik' }));
      expect(told(named)).to.deep.equal(['@vestnik Вестник', 'post 1']);
      const byBotId = await eventsOf(source, folder.path, sourceOptions({ '-1001001': '@vestnik' }));
      expect(told(byBotId)).to.deep.equal(['@vestnik Вестник', 'post 1']);
    });

    it('asks to rename the folder when there is no id either', async () => {
      await folder.write('Мой канал/result.json', '{"messages":[]}');
      const error = await refused(folder.path);
      expect(error.hint).to.equal('Please give the folder of the file the handle as its name.');
    });

    it('names all chats that lack one at once, twenty at most', async () => {
      for (let id = 1; id <= 22; id++)
        await folder.write(`Канал ${id}/result.json`, chatExport([], { id, name: `К${id}` }));
      const error = await refused(folder.path);
      expect(error.message).to.contain('"К1" (id 1)').and.to.contain('and 2 more');
    });

    it('takes two parts of one channel together', async () => {
      await folder.write('a/result.json', chatExport([message(1, 'а')]));
      await folder.write('b/result.json', chatExport([message(2, 'б')]));
      const events = await eventsOf(source, folder.path, sourceOptions({ 1001: '@parts' }));
      expect(told(events)).to.deep.equal(['@parts Вестник', 'post 1', '@parts Вестник', 'post 2']);
    });

    it('refuses two chats under one handle', async () => {
      await folder.write('same/result.json', chatExport([], { id: 1 }));
      await folder.write('SAME/result.json', chatExport([], { id: 2 }));
      const error = await refused(folder.path);
      expect(error.code).to.equal('SOURCE_CHANNEL_AMBIGUOUS');
      expect(error.details).to.deep.include({ channel: '@same', ids: ['2', '1'] });
    });
  });

  describe('exports of an account', () => {
    const chat = (id: number, type: string, text: string): object => ({
      name: `Чат ${id}`,
      type,
      id,
      messages: [message(id, text)],
    });
    const account = (...list: readonly object[]): string =>
      JSON.stringify({
        personal_information: { id: 5 },
        contacts: { list: [{}] },
        chats: { about: '', list },
      });

    it('takes the chats that have a name and leaves private ones out', async () => {
      const text = account(
        chat(1, 'personal_chat', 'а'),
        chat(2, 'public_channel', 'б'),
        chat(3, 'saved_messages', 'в'),
      );
      const path = await folder.write('account/result.json', text);
      const events = await eventsOf(source, path, sourceOptions({ 2: '@second' }));
      expect(told(events)).to.deep.equal(['@second Чат 2', 'post 2']);
    });

    it('takes chats that were left', async () => {
      const left = { left_chats: { list: [chat(4, 'private_channel', 'а')] }, chats: { list: [] } };
      const path = await folder.write('account/result.json', JSON.stringify(left));
      const events = await eventsOf(source, path, sourceOptions({ 4: '@fourth' }));
      expect(told(events)).to.deep.equal(['@fourth Чат 4', 'post 4']);
    });

    it('asks for the handles of all channels at once', async () => {
      const text = account(chat(1, 'public_channel', 'а'), chat(2, 'private_channel', 'б'), chat(3, 'bot_chat', 'в'));
      const path = await folder.write('account/result.json', text);
      const error = await refused(path, sourceOptions({ 3: '@other' }));
      expect(error.hint).to.contain('--channel-name 1=@handle --channel-name 2=@handle with');
    });

    it('asks for a handle when no chat is a channel', async () => {
      const path = await folder.write('account/result.json', account(chat(3, 'bot_chat', 'в')));
      expect((await refused(path)).code).to.equal('SOURCE_CHANNEL_UNNAMED');
    });
  });

  describe('bad input', () => {
    it('names a path that does not exist', async () => {
      const error = await refused(join(folder.path, 'nowhere'));
      expect(error.code).to.equal('SOURCE_NOT_FOUND');
      expect((await refusalOf(() => source.size(join(folder.path, 'nowhere')))).code).to.equal('SOURCE_NOT_FOUND');
    });

    it('says when a folder holds no export', async () => {
      expect((await refused(folder.path)).code).to.equal('SOURCE_EMPTY');
      await mkdir(join(folder.path, 'result.json'));
      expect((await refused(folder.path)).code).to.equal('SOURCE_EMPTY');
    });

    it('says what the system says of a path that leads nowhere', async () => {
      await symlink('circle', join(folder.path, 'circle'));
      const error = await refused(join(folder.path, 'circle'));
      expect(error.code).to.equal('SOURCE_UNREADABLE');
      expect(error.details).to.include({ reason: 'ELOOP' });
      await folder.write('good/result.json', chatExport([]));
      await mkdir(join(folder.path, 'dangling'));
      await symlink('result.json', join(folder.path, 'dangling', 'result.json'));
      expect(told(await eventsOf(source, folder.path))).to.deep.equal(['@good Вестник']);
    });

    it('says when a file cannot be read', async function () {
      if (process.getuid?.() === 0) {
        console.log('      skipped: root may read everything');
        this.skip();
      }
      const path = await folder.write('locked/result.json', '{}');
      await chmod(path, 0);
      expect((await refused(path)).code).to.equal('SOURCE_UNREADABLE');
    });

    const good = JSON.stringify(message(1, 'а'));
    const before = '{"name":"В","type":"public_channel","id":1,"messages":[';
    const start = Buffer.byteLength(before);
    const cases: readonly (readonly [string, string | Buffer, number, RegExp])[] = [
      ['no JSON', 'Привет', 0, /expected a value/],
      ['an empty file', '', 0, /the file is empty/],
      ['a list', '[{"id":1}]', 0, /the file must be an object/],
      ['no export', '{"a":1}', 7, /neither `messages` nor `chats.list`/],
      ['messages that are no list', '{"name":"В","id":1,"messages":{}}', 31, /`messages` must be an array/],
      ['a chat list that is none', '{"chats":{"list":5}}', 17, /`list` must be an array/],
      ['a message that is none', `${before}5]}`, start, /`message` must be an object/],
      ['a message without an id', `${before}{"type":"message","text":"а"}]}`, start, /whole number as `id`/],
      ['a cut in the middle', before + good.slice(0, 40), start + 40, /the file ends inside/],
      ['a cut behind a message', `${before}${good},`, start + Buffer.byteLength(good) + 1, /the file ends inside/],
      ['a broken message', `${before}{"id":1,"text":"а"x}]}`, start + 19, /expected `,` or `}`, found `x`/],
      [
        'bytes that are not UTF-8',
        Buffer.concat([Buffer.from(`${before}{"id":1,"text":"`), Buffer.from([0xd0, 0x22, 0x7d, 0x5d, 0x7d])]),
        start + 16,
        /not UTF-8/,
      ],
      [
        'something behind the end',
        `${before}${good}]}]`,
        start + Buffer.byteLength(good) + 2,
        /expected the end of the file/,
      ],
      [
        '100,000 brackets in a message',
        `${before}{"id":1,"text":${'['.repeat(100_000)}`,
        start + 15 + 125,
        /brackets nest deeper/,
      ],
      ['100,000 brackets elsewhere', `{"x":${'['.repeat(100_000)}`, 5 + 127, /brackets nest deeper/],
    ];
    for (const [name, text, offset, problem] of cases)
      it(`names path and byte of ${name}`, async () => {
        const path = await folder.write('broken/result.json', text);
        const error = await refused(folder.path);
        expect(error.code).to.equal('SOURCE_MALFORMED');
        expect(error.details).to.include({ path, offset });
        expect(error.message).to.match(problem).and.to.contain(path).and.to.contain(`byte ${offset}`);
      });

    it('refuses a string of 100 MB without holding it', async function () {
      this.timeout(30_000);
      const path = await folder.write('large/result.json', `${before}{"id":1,"text":"`);
      const file = createWriteStream(path, { flags: 'a' });
      const part = Buffer.alloc(1024 * 1024, 'я');
      for (let count = 0; count < 100; count++) if (!file.write(part)) await once(file, 'drain');
      file.end('"}]}');
      await once(file, 'close');
      const held = process.memoryUsage().arrayBuffers;
      const error = await refused(path);
      expect(error.code).to.equal('SOURCE_MALFORMED');
      expect(error.details).to.include({ offset: start });
      expect(error.message).to.contain('larger than 8388608 bytes');
      expect(process.memoryUsage().arrayBuffers - held).to.be.below(32 * 1024 * 1024);
    });
  });

  it('gives every message back, whatever its text', async () => {
    const text = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.record({ type: fc.constantFrom('bold', 'plain', 'x'), text: fc.string() }),
      ),
    );
    const property = fc.asyncProperty(fc.array(text, { maxLength: 8 }), async (texts) => {
      await folder.write('any_texts/result.json', chatExport(texts.map((value, index) => message(index, value))));
      const events = await eventsOf(source, folder.path);
      expect(events.length).to.equal(1 + texts.length);
      const ids = events.flatMap((event) => (event.type === 'post' ? [event.post.messageId] : []));
      expect(ids).to.deep.equal([...ids].sort((a, b) => a - b));
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
