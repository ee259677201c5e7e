import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import type { Channel } from '#etalon/domain/dataset/channel.js';
import type { CalendarDay } from '#etalon/domain/time/calendar-day.js';
import { ExtractiveDigester } from '#etalon/infrastructure/text/extractive-digester.js';
import { RussianTextTools } from '#etalon/infrastructure/text/russian-text-tools.js';

const TEXTS = [
  'В порту спустили на воду паром «Северный». Он возьмёт 36 машин и 180 пассажиров.',
  'Музей открыл выставку старых карт. Самая ранняя из них начерчена в 1702 г. Вход свободный.',
  'Школьники вырастили 40 сортов тыквы. Урожай отдадут в детский сад.',
];
const REQUEST = {
  channel: '@gavan' as Channel,
  day: '2024-11-30' as CalendarDay,
  posts: TEXTS.map((text) => ({ title: '', summary: '', text })),
};

/** A process of its own that digests the same posts. */
const SCRIPT = `
  import { ExtractiveDigester } from '#etalon/infrastructure/text/extractive-digester.js';
  import { RussianTextTools } from '#etalon/infrastructure/text/russian-text-tools.js';
  const request = ${JSON.stringify(REQUEST)};
  process.stdout.write((await new ExtractiveDigester(new RussianTextTools()).digest(request)).markdown);
`;

describe('infrastructure/text/ExtractiveDigester', () => {
  const digester = new ExtractiveDigester(new RussianTextTools());

  it('names itself and its switches', () => {
    expect(digester).to.include({ name: 'extractive', version: '1' });
    expect(Object.values(digester.featureFlags).every((flag) => typeof flag === 'boolean')).to.equal(true);
  });

  it('digests a day and leaves the measuring to its caller', async () => {
    const result = await digester.digest(REQUEST);
    expect(Object.keys(result)).to.deep.equal(['markdown']);
    expect(result.markdown).to.include('# Дайджест @gavan за 30 ноября 2024 года').and.include('паром «Северный»');
  });

  it('writes the same bytes in another process under another locale', async () => {
    const env = { ...process.env, LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' };
    const there = execFileSync(process.execPath, ['--input-type=module', '-e', SCRIPT], { encoding: 'utf8', env });
    expect(there).to.equal((await digester.digest(REQUEST)).markdown);
  });
});
