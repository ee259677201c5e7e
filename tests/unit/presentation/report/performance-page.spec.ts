import { expect } from 'chai';

import { performancePage } from '#etalon/presentation/report/performance-page/performance-page.js';
import { finishedRun, scored } from '../../../support/benchmark-run.js';

const DAYS = Array.from({ length: 10 }, (_, index) => index + 1);
const run = finishedRun(DAYS.map((day) => scored(day, 0.9 + day / 200)));

describe('performancePage', () => {
  it('begins a page with the run in the words of the language', () => {
    const en = performancePage(undefined, run, 'en');
    expect(en)
      .to.match(/^# Performance benchmarks\n/u)
      .and.to.include('**Verdict: PASS.**');
    const ru = performancePage(undefined, run, 'ru');
    expect(ru)
      .to.match(/^# Результаты бенчмарков\n/u)
      .and.to.include('| метрика | оценка |');
    for (const page of [en, ru]) expect(page).to.include('coverage').and.to.include(run.preregistration.hash);
  });

  it('replaces what stands between the markers of the scenario, and nothing else', () => {
    const first = performancePage(undefined, run, 'en');
    const other = performancePage(first, { ...run, scenario: 'mine' }, 'en');
    const noted = `Before.\n\n${other}\nAfter.\n`;
    const newer = performancePage(noted, { ...run, id: 'run-2' }, 'en');
    expect(newer).to.equal(noted.replace('`run-1`', '`run-2`'));
    expect(performancePage(newer, { ...run, id: 'run-2' }, 'en')).to.equal(newer);
  });

  it('keeps a page whose markers were broken, and writes at its end', () => {
    const broken = performancePage(undefined, run, 'en').replace('<!-- /etalon', '<!-- /gone');
    expect(performancePage(broken, run, 'en'))
      .to.match(/^# Performance/u)
      .and.to.include(broken.trimEnd());
  });

  it('lets no name end a marker', () => {
    const page = performancePage(undefined, { ...run, scenario: 'a --> b' }, 'en');
    expect(page).to.include('<!-- etalon:benchmark:a____b -->');
  });
});
