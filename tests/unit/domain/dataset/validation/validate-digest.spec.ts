import { expect } from 'chai';
import fc from 'fast-check';
import { validateDigest } from '#etalon/domain/dataset/validation/validate-digest.js';
import { digest, JUDGE, post, TOOLS, WINDOW } from './sample-builders.js';

const broken = (changes: object) =>
  validateDigest(digest(changes), WINDOW, TOOLS).map(({ rule, message }) => `${rule}: ${message}`);
const metadata = (featureFlags: unknown) => ({ metadata: { ...digest().metadata, featureFlags } });

describe('validateDigest', () => {
  it('finds nothing wrong with a good digest', () => {
    expect(broken({})).to.deep.equal([]);
    expect(broken({ judge: JUDGE })).to.deep.equal([]);
    expect(broken({ createdAt: WINDOW.start })).to.deep.equal([]);
  });

  it('asks for an id and for a handle in lower case', () => {
    expect(broken({ id: ' ' })).to.deep.equal(['id_present: The record has no id.']);
    for (const channel of ['lugovoy', '@Lugovoy', '@a', '', 7, undefined])
      expect(broken({ channel })[0], String(channel)).to.match(/^channel_shape: channel is /u);
  });

  it('says of a handle what it lacks: one in small letters may be too short', () => {
    expect(broken({ channel: '@aa' })[0])
      .to.include('"@aa"')
      .and.to.include('then 3 to 31 of a–z, 0–9 and _');
  });

  it('asks for Russian', () => {
    expect(broken({ language: 'en' })).to.deep.equal(['language_ru: language is "en", not "ru".']);
    expect(broken({ summaryMarkdown: 'A bridge was opened today.' })).to.deep.equal([
      'russian_text: summary_markdown is not Russian: "A bridge was opened today."',
    ]);
    const ukrainian = `Це дуже довге українське речення про міст, який сьогодні нарешті відкрили для всіх мешканців.`;
    expect(broken({ summaryMarkdown: ukrainian })[0]).to.match(/^russian_text: .+…$/u);
  });

  it('asks for a summary', () => {
    for (const summaryMarkdown of ['', ' \n', null])
      expect(broken({ summaryMarkdown })).to.deep.equal(['summary_not_empty: summary_markdown is empty.']);
  });

  it('asks for Russian headings, in which names of products may be more', () => {
    const withHeading = (heading: string) => ({
      summaryMarkdown: `${digest().summaryMarkdown}\n\n## ${heading}\n\nТекст о новом.`,
    });
    expect(broken(withHeading('Microsoft обновила Windows Server'))).to.deep.equal([]);
    expect(broken(withHeading('2024'))).to.deep.equal([]);
    expect(broken(withHeading('City news'))).to.deep.equal([
      'headings_russian: A heading of summary_markdown is not Russian: "City news"',
    ]);
  });

  it('asks for three Russian posts', () => {
    const posts = digest().posts;
    expect(broken({ posts: posts.slice(1) })).to.deep.equal([
      'posts_at_least_three: posts has 2 in Russian, fewer than 3.',
    ]);
    expect(broken({ posts: [...posts.slice(1), post('English only'), post('')] })).to.have.length(1);
    expect(broken({ posts: 'none' })).to.deep.equal(['posts_at_least_three: posts has 0 in Russian, fewer than 3.']);
    expect(broken({ posts: posts.map(({ text }) => ({ title: text })) })).to.deep.equal([]);
  });

  it('takes a post for Russian that opens with a listing', () => {
    const listing = `${'const bridge = open(river); '.repeat(25)}\n${'Мост через реку открыли после ремонта. '.repeat(40)}`;
    expect(broken({ posts: [listing, listing, listing].map(post) })).to.deep.equal([]);
  });

  it('does not read on after three Russian posts', () => {
    let asked = 0;
    const long = 'Мост через реку открыли после ремонта, который длился почти два года и закончился в срок. ';
    const tools = {
      detectLanguage: () => {
        asked += 1;
        return 'ru';
      },
    };
    const posts = Array.from({ length: 1000 }, () => post(long.repeat(50)));
    validateDigest(digest({ posts }), WINDOW, tools);
    expect(asked).to.be.below(6);
  });

  it('asks for a positive latency', () => {
    for (const latencySeconds of [0, -1, Number.NaN, Infinity, '1', null])
      expect(broken({ latencySeconds })[0], String(latencySeconds)).to.match(/^latency_positive: /u);
  });

  it('asks for flags that are true or false', () => {
    expect(broken(metadata({ a: true, b: 'yes', c: 1 }))).to.deep.equal([
      'flags_boolean: feature_flags.b is "yes", not true or false.',
      'flags_boolean: feature_flags.c is 1, not true or false.',
    ]);
    for (const flags of [undefined, null, [], 'on'])
      expect(broken(metadata(flags))[0]).to.match(/^flags_boolean: feature_flags is /u);
    expect(broken(metadata({}))).to.deep.equal([]);
  });

  it('asks for a time inside the window', () => {
    expect(broken({ createdAt: WINDOW.end + 1 })).to.deep.equal([
      'timestamp_in_window: created_at 2024-12-03T21:00:00.000Z lies outside 2024-11-04 … 2024-12-03 (Europe/Moscow).',
    ]);
    expect(broken({ createdAt: WINDOW.start - 1 })).to.have.length(1);
    for (const createdAt of [Number.NaN, 1.5, 9e15, '2024'])
      expect(broken({ createdAt })[0]).to.match(/^timestamp_in_window: .+ not a moment\.$/u);
  });

  it('asks for scores between 0 and 1', () => {
    const judge = { ...JUDGE, scores: { ...JUDGE.scores, coverage: 1.2, accuracy: null } };
    expect(broken({ judge })).to.deep.equal([
      'scores_in_range: llm_judge.scores.coverage is 1.2, not a number in 0…1.',
      'scores_in_range: llm_judge.scores.accuracy is null, not a number in 0…1.',
    ]);
  });

  it('names every broken rule at once', () => {
    const rules = broken({ id: '', language: 'en', latencySeconds: 0, posts: [], summaryMarkdown: '' });
    expect(rules).to.have.length(5);
  });

  it('answers whatever the fields hold', () => {
    const fields = fc.record(
      Object.fromEntries(Object.keys({ ...digest(), judge: null }).map((name) => [name, fc.anything()])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fields, (changes) => {
        for (const { rule, message } of validateDigest(digest({ ...changes, kind: 'digests' }), WINDOW, TOOLS))
          expect(`${rule} ${message}`).to.match(/^[a-z_]+ \S/u);
      }),
      { numRuns: 500 },
    );
  });

  it('asks for all four scores of a judge', () => {
    expect(broken({ judge: {} })).to.have.length(4);
    expect(broken({ judge: null })).to.have.length(4);
  });
});
