import { expect } from 'chai';
import { escapeCell, quoted } from '#etalon/domain/shared/markdown-escape.js';
import type { Spotcheck } from '#etalon/domain/dataset/spotcheck/spotcheck.js';
import { spotcheckMarkdown } from '#etalon/domain/dataset/spotcheck/spotcheck-markdown.js';

const SPOTCHECK: Spotcheck = {
  schema_version: 1,
  dataset: 'default',
  window: { start: 's', end: 'e', days: 3, timezone: 'Europe/Moscow' },
  seed: 7,
  per_channel: 1,
  passed: 0,
  failed: 1,
  samples: [
    {
      kind: 'digests',
      id: 'digest-city-2024-12-01',
      provenance: 'imported',
      channel: '@city',
      created_at: '2024-12-01T20:59:59.999Z',
      content_hash: 'a'.repeat(64),
      checks: [{ item: 'text_russian', ok: false, note: 'a | b' }],
    },
  ],
  hash: 'b'.repeat(64),
  sign_offs: [],
};

describe('spotcheckMarkdown', () => {
  it('shows the sample, its checklist and its text', () => {
    const page = spotcheckMarkdown(SPOTCHECK, new Map([['digest-city-2024-12-01', '## Главное\n<b>x</b>']]));
    expect(page).to.contain('Пока никто не подписал');
    expect(page).to.contain('| text\\_russian | НЕТ | a \\| b |');
    expect(page).to.contain('> ## Главное\n> \\<b\\>x\\</b\\>');
    expect(page).to.match(/[^\n]\n$/);
  });

  it('lists a sample without its text, and passed checks', () => {
    const [sample] = SPOTCHECK.samples;
    const checks = [{ item: 'text_russian', ok: true, note: '' }];
    const page = spotcheckMarkdown({ ...SPOTCHECK, samples: [{ ...sample!, checks }] }, new Map());
    expect(page).to.contain('| text\\_russian | да |  |');
  });

  it('shows who signed, whatever they are called', () => {
    const signOff = { role: 'analyst', verdict: 'rework', signed_at: 't', hash: 'h' } as const;
    const page = spotcheckMarkdown(
      { ...SPOTCHECK, sign_offs: [{ ...signOff, reviewer: 'А|Б\n# x', note: '[x](javascript:y)' }] },
      new Map(),
    );
    expect(page).to.contain('| А\\|Б \\# x | analyst | rework | \\[x\\]\\(javascript:y\\) | t |');
  });
});

describe('escapeCell and quoted', () => {
  it('keep text inside its place', () => {
    expect(escapeCell(' a\r\n|b\\ ')).to.equal('a \\|b\\\\');
    expect(quoted('a\u2028b\r\n\nc')).to.equal('> a\n> b\n>\n> c');
  });
});
