import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { SourceEvent, SourcePost } from '#etalon/application/ports/post-source.port.js';
import { isAdvertising } from '#etalon/domain/dataset/posts/advertising.js';
import { DuplicateIndex } from '#etalon/domain/dataset/posts/duplicate-index.js';
import { normalisePost } from '#etalon/domain/dataset/posts/normalise-post.js';
import { isRussian } from '#etalon/domain/text/russian.js';
import { TelegramExportSource } from '#etalon/infrastructure/telegram/telegram-export-source.js';
import { eventsOf } from '../support/export-folder.js';

const CHANNELS = join(process.env['ETALON_SHARED_DIR'] ?? '../shared', 'data', 'telegram');

const POSTS: Readonly<Record<string, number>> = {
  '@naked_science': 238,
  '@habr_com': 333,
  '@cybertopor': 592,
  '@moscowach': 429,
  '@pythonist_library': 76,
};

/** Facts about real channels; they do not lie in the repository. */
describe('five real channels', () => {
  let events: SourceEvent[];
  let posts: SourcePost[];

  before(async function () {
    if (!existsSync(CHANNELS)) {
      console.log(`    skipped: there are no channels in ${CHANNELS}`);
      this.skip();
    }
    events = await eventsOf(new TelegramExportSource(), CHANNELS);
    posts = events.flatMap((event) => (event.type === 'post' ? [event.post] : []));
  });

  it('have as many posts as their description says', () => {
    const counts: Record<string, number> = {};
    for (const { channel } of posts) counts[channel] = (counts[channel] ?? 0) + 1;
    expect(counts).to.deep.equal(POSTS);
    const skipped = events.filter((event) => event.type === 'skipped');
    expect(skipped.map(({ reason }) => reason)).to.deep.equal(Array<string>(5).fill('service'));
  });

  it('lose their sign-offs', () => {
    const texts = posts.map(({ markdown }) => normalisePost(markdown).text);
    expect(texts.filter((text) => /подписаться\S{0,3}\)?$/iu.test(text)).length).to.equal(0);
    expect(texts.filter((text) => text.includes('КиберТопор — Подписаться')).length).to.be.at.most(2);
  });

  it('have a title for every post, short and plain', () => {
    const titles = posts.map(({ markdown }) => normalisePost(markdown).title);
    expect(titles.filter((title) => title.length < 2 || title.length > 151)).to.deep.equal([]);
    expect(titles.filter((title) => /\*\*|https?:|\]\(|\p{Extended_Pictographic}/u.test(title))).to.deep.equal([]);
  });

  it('hold little advertising, and all that is marked by law', () => {
    const marked = posts.filter(({ markdown }) => /erid[=:\s]\s?\w{8}|#реклама|Реклама\. ООО/iu.test(markdown));
    expect(marked.filter(({ markdown }) => !isAdvertising(markdown))).to.deep.equal([]);
    const found = posts.filter(({ markdown }) => isAdvertising(markdown));
    expect(found.length).to.be.within(marked.length, 70);
  });

  it('are Russian but for a few posts full of names', () => {
    const others = posts.filter(({ markdown }) => !isRussian(normalisePost(markdown).text, () => 'ru'));
    expect(others.length).to.be.below(15);
  });

  it('repeat themselves now and then', () => {
    const index = new DuplicateIndex();
    const found = posts.flatMap(({ channel, date, messageId, markdown }) => {
      const answer = index.add({ channel, date, text: normalisePost(markdown).text });
      return answer === 'new' ? [] : [`${answer} ${channel} ${messageId}`];
    });
    expect(found).to.include.members([
      'duplicate @naked_science 11776',
      'duplicate @pythonist_library 6046',
      'near_duplicate @moscowach 29325',
    ]);
    expect(found.length).to.be.below(20);
  });
});
