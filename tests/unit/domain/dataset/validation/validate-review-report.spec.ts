import { expect } from 'chai';
import fc from 'fast-check';
import { validateReviewReport } from '#etalon/domain/dataset/validation/validate-review-report.js';
import { report, TOOLS, WINDOW } from './sample-builders.js';

const broken = (changes: object) =>
  validateReviewReport(report(changes), WINDOW, TOOLS).map(({ rule, message }) => `${rule}: ${message}`);

describe('validateReviewReport', () => {
  it('finds nothing wrong with a good report', () => {
    expect(broken({})).to.deep.equal([]);
  });

  it('holds the rules of all records', () => {
    expect(broken({ latencySeconds: 0, language: 'de' }).join()).to.match(/language_ru.+latency_positive/u);
  });

  it('asks for a Russian synthesis', () => {
    expect(broken({ synthesis: '' })).to.deep.equal(['summary_not_empty: synthesis is empty.']);
    expect(broken({ synthesis: 'All posts are covered.' })).to.deep.equal([
      'russian_text: synthesis is not Russian: "All posts are covered."',
    ]);
  });

  it('asks for a pass with a name, whatever a team calls it', () => {
    expect(broken({ passes: [] })).to.deep.equal(['passes_present: There is no pass with a name.']);
    expect(
      broken({
        passes: report()
          .passes.slice(0, 1)
          .map((pass) => ({ ...pass, name: 'архитектура' })),
      }),
    ).to.deep.equal([]);
    expect(broken({ passes: undefined })).to.deep.equal(['passes_present: passes is not a list.']);
  });

  it('asks for Russian passes, where they say something', () => {
    const [coverage, accuracy, style] = report().passes;
    const passes = [{ ...coverage, summary: 'All is well' }, { ...accuracy, summary: '' }, style];
    expect(broken({ passes })).to.deep.equal([
      'russian_text: The summary of pass "coverage" is not Russian: "All is well"',
    ]);
  });

  it('answers whatever the fields hold', () => {
    const pass = fc.oneof(fc.anything(), fc.record({ name: fc.anything(), summary: fc.anything() }));
    const changes = fc.record({ passes: fc.oneof(fc.anything(), fc.array(pass)), synthesis: fc.anything() });
    fc.assert(
      fc.property(changes, (values) => {
        for (const line of broken(values)) expect(line).to.match(/^[a-z_]+: \S/u);
      }),
      { numRuns: 500 },
    );
  });
});
