import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { CheckedVector } from '#etalon/application/statistics/check-vector.js';
import { VerifyStatisticsUseCase } from '#etalon/application/statistics/verify-statistics.use-case.js';
import { AtomicFilePublisher } from '#etalon/infrastructure/files/atomic-file-publisher.js';

const SHARED = join(process.env['ETALON_SHARED_DIR'] ?? '../shared', 'stats');
const useCase = new VerifyStatisticsUseCase(new AtomicFilePublisher());

const faultsOf = (vectors: readonly CheckedVector[]) =>
  vectors.filter(({ ok }) => !ok).map(({ name, fault, differences }) => ({ name, fault, differences }));

describe('statistics against reference vectors', () => {
  it('give every figure of scipy, and null where it is undefined', async () => {
    const { total, passed, vectors, notOffered } = await useCase.execute({ path: 'tests/vectors/scipy.json' });
    expect(faultsOf(vectors)).to.deep.equal([]);
    expect(passed).to.equal(total).and.to.be.above(75);
    expect(notOffered).to.deep.equal([]);
  });

  it('give every required figure of the open vectors', async function () {
    if (!existsSync(SHARED)) {
      console.log(`      skipped: no reference vectors at ${SHARED}`);
      this.skip();
    }
    const { passed, failed, vectors, notOffered } = await useCase.execute({ path: join(SHARED, 'vectors.json') });
    expect(faultsOf(vectors)).to.deep.equal([]);
    expect([passed, failed]).to.deep.equal([vectors.length, 0]);
    const text = readFileSync(join(SHARED, 'required.json'), 'utf8');
    const required = JSON.parse(text) as Readonly<Record<string, readonly string[]>>;
    for (const [method, fields] of Object.entries(required)) {
      const own = vectors.filter((vector) => vector.method === method);
      expect(own, method).not.to.be.empty;
      const missing = notOffered.find((gap) => gap.method === method)?.fields ?? [];
      expect(missing.filter((field) => fields.includes(field))).to.deep.equal([]);
      const computed = own.flatMap((vector) => Object.keys(vector.computed));
      expect(computed, method).to.include.members([...fields]);
    }
  });
});
