import { expect } from 'chai';

import { auditHolds } from '#etalon/domain/benchmark/audit/audit-holds.js';
import type { DefectRow, InjectionRow } from '#etalon/domain/benchmark/audit/judge-audit.js';

const row = (metric: string, ok: boolean | null, expected: true | null = true) =>
  ({ metric, ok, expected }) as unknown as DefectRow;
const injection = (ok: boolean) => ({ ok }) as unknown as InjectionRow;

describe('auditHolds', () => {
  it('wants every metric tested and seen, and no instruction to gain', () => {
    const good = [row('coverage', true), row('accuracy', true), row('accuracy', null), row('coherence', null, null)];
    expect(auditHolds(good, [injection(true)])).to.equal(true);
    expect(auditHolds([...good, row('accuracy', false)], [])).to.equal(false);
    expect(auditHolds(good, [injection(false)])).to.equal(false);
  });

  it('does not hold where a metric could not be tested at all', () => {
    expect(auditHolds([row('coverage', true), row('accuracy', null)], [])).to.equal(false);
  });
});
