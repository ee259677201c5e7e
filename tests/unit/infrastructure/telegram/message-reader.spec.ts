import { expect } from 'chai';
import { TimeZone } from '#etalon/domain/time/time-zone.js';
import { readMessage } from '#etalon/infrastructure/telegram/message-reader.js';
import { message } from '../../../support/export-folder.js';

const MOSCOW = TimeZone.named('Europe/Moscow')!;
const read = (value: unknown) => readMessage(value, MOSCOW);

describe('readMessage', () => {
  it('reads a post', () => {
    expect(read(message(7, 'текст'))).to.deep.equal({
      kind: 'post',
      messageId: 7,
      date: 1730790000000,
      markdown: 'текст',
      edited: false,
      forwarded: false,
    });
  });

  it('notices edits and forwards', () => {
    const edited = read(message(1, 'а', { edited: '2024-11-05T10:01:00', forwarded_from: 'Другой' }));
    expect(edited).to.include({ kind: 'post', edited: true, forwarded: true });
  });

  it('takes the text from its entities when it is missing', () => {
    const entities = [{ type: 'bold', text: 'а' }];
    expect(read(message(1, '', { text_entities: entities }))).to.include({ markdown: '**а**' });
    expect(read(message(1, undefined, { text_entities: entities }))).to.include({ markdown: '**а**' });
    expect(read(message(1, 'б', { text_entities: entities }))).to.include({ markdown: 'б' });
  });

  const skipped: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['service messages', { type: 'service', action: 'pin_message', id: 1 }, 'service'],
    ['polls', message(1, '', { poll: { question: 'Да?' } }), 'poll'],
    ['photos without text', message(1, '', { photo: 'x.jpg' }), 'media_without_text'],
    ['stickers', message(1, '', { media_type: 'sticker', sticker_emoji: '🔥' }), 'media_without_text'],
    ['empty messages', message(1, ''), 'empty'],
    ['white space', message(1, ' \n '), 'empty'],
    ['a text that is a number', message(1, 5), 'empty'],
  ];
  for (const [name, value, reason] of skipped)
    it(`skips ${name}`, () => {
      expect(read(value)).to.deep.equal({ kind: 'skipped', reason });
    });

  const broken: readonly (readonly [string, unknown])[] = [
    ['a list', []],
    ['null', null],
    ['a number', 1],
    ['a message without an id', message(undefined as never, 'а')],
    ['an id that is text', message('1' as never, 'а')],
    ['half an id', message(1.5, 'а')],
    ['a text without end', message(1, 'а'.repeat(32_769))],
    [
      'entities without end',
      message(1, '', { text_entities: [{ text: ['а'.repeat(20_000), { text: 'б'.repeat(20_000) }] }] }),
    ],
  ];
  for (const [name, value] of broken)
    it(`does not take ${name} for a message`, () => {
      expect(read(value).kind).to.equal('broken');
    });

  it('takes the longest texts', () => {
    expect(read(message(1, 'а'.repeat(32_768))).kind).to.equal('post');
  });

  describe('dates', () => {
    const dateOf = (more: Record<string, unknown>): unknown => {
      const content = read(message(1, 'а', { date: undefined, date_unixtime: undefined, ...more }));
      return content.kind === 'post' ? content.date : content.kind === 'skipped' ? content.reason : 'broken';
    };

    it('counts the seconds when they are there', () => {
      expect(dateOf({ date_unixtime: '1700000000', date: '1999-01-01T00:00:00' })).to.equal(1700000000000);
      expect(dateOf({ date_unixtime: 1700000000 })).to.equal(1700000000000);
    });

    it('reads the local time of the zone otherwise', () => {
      expect(dateOf({ date: '2024-11-05T10:00:00' })).to.equal(Date.parse('2024-11-05T07:00:00Z'));
      expect(dateOf({ date: '2024-11-05T10:00:00', date_unixtime: '' })).to.equal(Date.parse('2024-11-05T07:00:00Z'));
    });

    const implausible: readonly Record<string, unknown>[] = [
      { date: '0001-01-01T00:00:00' },
      { date: '+292277-01-01T00:00:00' },
      { date: '292277-01-01T00:00:00' },
      { date: '2024-02-30T00:00:00' },
      { date: '2024-11-05' },
      { date: 5 },
      {},
      { date_unixtime: '-62135596800' },
      { date_unixtime: '9223372036854775807' },
      { date_unixtime: '9223372036' + '854', date: '2024-11-05T10:00:00' },
      { date_unixtime: 'вчера' },
      { date_unixtime: 1.5 },
      { date_unixtime: {} },
    ];
    for (const more of implausible)
      it(`does not believe ${JSON.stringify(more)}`, () => {
        expect(dateOf(more)).to.equal('implausible_date');
      });
  });
});
