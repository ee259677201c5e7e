import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { expect } from 'chai';
import type { ICruiseOptions, ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';

interface RuleFile {
  readonly forbidden: IForbiddenRuleType[];
  readonly options: ICruiseOptions;
}

describe('layers', () => {
  const rules = createRequire(import.meta.url)(resolve('.dependency-cruiser.cjs')) as RuleFile;

  const violations = async (folder: string, forbidden: IForbiddenRuleType[], options: ICruiseOptions = {}) => {
    const { output } = await cruise([folder], {
      ...rules.options,
      ...options,
      validate: true,
      ruleSet: { forbidden },
    });
    const { summary, modules } = output as ICruiseResult;
    expect(modules.length).to.be.greaterThan(0);
    return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  };

  it('point inwards, without circles, and nothing is dead', async () => {
    expect(await violations('src', rules.forbidden)).to.deep.equal([]);
  });

  it('are watched by rules that find what they forbid', async () => {
    const upside = { name: 'upside-down', severity: 'error' as const, from: { path: '^src/composition' } };
    const found = await violations('src/composition', [{ ...upside, to: { path: '^src/domain' } }]);
    expect(found.join('\n')).to.contain('upside-down: src/composition/');
  });
});
