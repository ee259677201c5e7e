import { expect } from 'chai';
import type { Sample } from '#etalon/domain/dataset/sample.js';
import { checkRussianLocalisation } from '#etalon/domain/dataset/validation/check-russian-localisation.js';
import { digest, report, TOOLS, WINDOW } from './sample-builders.js';

const lines = (sample: Sample) =>
  checkRussianLocalisation(sample, WINDOW, TOOLS).map(({ item, ok, note }) => `${ok ? '+' : '-'} ${item}: ${note}`);
const failed = (sample: Sample) => lines(sample).filter((line) => line.startsWith('-'));

describe('checkRussianLocalisation', () => {
  it('passes a good digest and says what it saw', () => {
    expect(lines(digest())).to.deep.equal([
      '+ headings_russian: 2 заголовка',
      '+ text_russian: текст на русском языке',
      '+ three_russian_posts: в записи 3 поста',
      '+ latency_present: 0.01 с',
      '+ flags_present: 1 флаг',
      '+ time_in_window: время внутри окна',
    ]);
  });

  it('passes a good report', () => {
    expect(lines(report())).to.deep.equal([
      '+ text_russian: текст на русском языке',
      '+ three_passes: проходы: coverage, accuracy, style',
      '+ latency_present: 0.01 с',
      '+ flags_present: 1 флаг',
      '+ time_in_window: время внутри окна',
    ]);
  });

  it('fails each item by its own rule', () => {
    expect(failed(digest({ summaryMarkdown: '# News\n\nМост через реку открыли после ремонта.' }))[0]).to.match(
      /^- headings_russian: A heading/u,
    );
    expect(failed(digest({ language: 'en' }))).to.deep.equal(['- text_russian: language is "en", not "ru".']);
    expect(failed(digest({ posts: [] }))[0]).to.match(/^- three_russian_posts: /u);
    expect(failed(digest({ latencySeconds: 0 }))[0]).to.match(/^- latency_present: /u);
    expect(failed(digest({ createdAt: 0 }))[0]).to.match(/^- time_in_window: /u);
    expect(failed(report({ passes: [] }))[0]).to.match(/^- three_passes: /u);
  });

  it('misses headings and flags that are not there', () => {
    expect(failed(digest({ summaryMarkdown: 'Мост через реку открыли.' }))).to.deep.equal([
      '- headings_russian: заголовков нет',
    ]);
    const none = { metadata: { ...digest().metadata, featureFlags: {} } };
    expect(failed(digest(none))).to.deep.equal(['- flags_present: флагов нет']);
  });

  it('fails what is not there at all instead of breaking', () => {
    const nothing = { posts: null, passes: null, metadata: null, summaryMarkdown: 7, synthesis: 7 };
    expect(failed(digest(nothing)).map((line) => line.slice(2).replace(/:.+/u, ''))).to.deep.equal([
      'headings_russian',
      'text_russian',
      'three_russian_posts',
      'flags_present',
    ]);
    expect(failed(report(nothing))).to.include('- three_passes: passes is not a list.');
  });
});
