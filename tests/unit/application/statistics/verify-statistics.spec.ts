import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { compareFigures } from '#etalon/application/statistics/compare-figures.js';
import type { StatisticsVerification } from '#etalon/application/statistics/verify-statistics.use-case.js';
import { VerifyStatisticsUseCase } from '#etalon/application/statistics/verify-statistics.use-case.js';
import { AtomicFilePublisher } from '#etalon/infrastructure/files/atomic-file-publisher.js';
import { expectCode } from '../../../support/expect-code.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

const MEAN = {
  name: 'a mean',
  method: 'mean_se_ci',
  inputs: { x: [1, 2, 3] },
  params: {},
  expected: { mean: 2 },
  tolerance: { abs: 1e-9 },
};

async function verify(content: unknown): Promise<StatisticsVerification> {
  return await inTemporaryFolder(async (folder) => {
    const path = join(folder, 'vectors.json');
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return await new VerifyStatisticsUseCase(new AtomicFilePublisher()).execute({ path });
  });
}

const verifyOne = async (change: object) => (await verify({ vectors: [{ ...MEAN, ...change }] })).vectors[0]!;

describe('VerifyStatisticsUseCase', () => {
  it('counts what passes, what fails and what is not offered', async () => {
    const strange = { ...MEAN, method: 'tea_leaves', expected: { future: 1 } };
    const wrong = { ...MEAN, name: 'wrong', expected: { mean: 2.1, ci_z: [0, 1], se: 1 } };
    const result = await verify({ vectors: [MEAN, strange, wrong, { ...MEAN, expected: { ci_z: [1, 2] } }] });
    expect(result).to.include({ total: 4, passed: 1, failed: 1 });
    expect(result.notOffered).to.deep.equal([
      { method: 'tea_leaves', fields: ['future'] },
      { method: 'mean_se_ci', fields: ['ci_z'] },
    ]);
    const [good, bad] = result.vectors;
    expect(good).to.deep.include({ name: 'a mean', ok: true, computed: { mean: 2 }, differences: [], fault: null });
    expect(bad?.computed).to.have.all.keys('mean', 'se');
    expect(bad?.differences.map(({ field }) => field)).to.deep.equal(['mean', 'se']);
    expect(bad?.differences[0]).to.deep.equal({ field: 'mean', expected: 2.1, computed: 2, allowed: 1e-9 });
  });

  it('names a method that only objects have by birth as not offered', async () => {
    const result = await verify({ vectors: [{ ...MEAN, method: 'constructor' }] });
    expect(result.notOffered).to.deep.equal([{ method: 'constructor', fields: ['mean'] }]);
  });

  const faults: readonly [string, object, string][] = [
    ['a missing input', { inputs: {} }, 'inputs.x is missing'],
    ['an input that is no list', { inputs: { x: 3 } }, 'inputs.x is not a list'],
    ['an input with text in it', { inputs: { x: [1, 'a'] } }, 'inputs.x[1] is not a number'],
    [
      'an input that it does not know',
      { inputs: { x: [1, 2], weights: [1, 1] } },
      'inputs.weights is not known to mean_se_ci',
    ],
    ['a parameter out of bounds', { params: { conf: 95 } }, 'params.conf is 95, outside 0…1'],
    ['a parameter that is not whole', { params: { ddof: 0.5 } }, 'params.ddof is 0.5, not a whole number'],
    [
      'lists of different lengths',
      { method: 'tost_paired', inputs: { a: [1], b: [1, 2] }, params: { low: 0, upp: 1 }, expected: { p: 1 } },
      'inputs.b has 2 values for the 1 of a',
    ],
    [
      'labels for other values',
      { method: 'clustered_se', inputs: { x: [1, 2], cluster: ['a'] } },
      'inputs.cluster has 1 labels for 2 values',
    ],
    [
      'labels that are none',
      { method: 'clustered_se', inputs: { x: [1, 2], cluster: ['a', null] } },
      'inputs.cluster[1] is neither text nor a number',
    ],
    [
      'another correction',
      { method: 'clustered_se', inputs: { x: [1, 2], cluster: ['a', 'b'] }, params: { correction: 'CR2' } },
      'params.correction is "CR2", neither "G/(G-1)" nor "none"',
    ],
    [
      'text where a number belongs',
      { method: 'betting_wealth_wor', inputs: { x: [1] }, params: { rejects: 1 }, expected: { max: 1 } },
      'params.rejects is not text',
    ],
    [
      'another null hypothesis',
      { method: 'betting_wealth_wor', inputs: { x: [1] }, params: { rejects: 'all' }, expected: { max: 1 } },
      'params.rejects is "all", neither "mean <= m" nor "mean >= m"',
    ],
    [
      'more values than the population has',
      {
        method: 'betting_wealth_wor',
        inputs: { x: [1, 1] },
        params: { rejects: 'mean <= m', m: 0.5, N: 1, at: [] },
        expected: { max: 1 },
      },
      'the population has only 1 values',
    ],
    [
      'a row of the wrong length',
      { method: 't_quantile', inputs: { p_df: [[0.5, 1], [0.5]] }, expected: { q: [0] } },
      'inputs.p_df[1] has not 2 numbers',
    ],
    [
      'an index that is out of the data',
      { method: 'bootstrap_ci_mean_from_indices', inputs: { x: [1, 2], indices: [[0, 2]] }, expected: { z0: 0 } },
      'inputs.indices[0][1] is 2, outside 0…1',
    ],
    [
      'an empty resample',
      { method: 'bootstrap_ci_mean_from_indices', inputs: { x: [1, 2], indices: [[]] }, expected: { z0: 0 } },
      'inputs.indices has an empty row',
    ],
    [
      'data that are empty',
      { method: 'bootstrap_ci_mean_from_indices', inputs: { x: [], indices: [] }, expected: { z0: 0 } },
      'inputs.x is empty',
    ],
    [
      'a category that is none',
      { method: 'cohen_kappa', inputs: { a: ['x'], b: [true] }, expected: { quadratic: 0 } },
      'inputs.b is not a list of categories',
    ],
    [
      'a rating outside the categories',
      { method: 'gwet_ac', inputs: { a: [1], b: [9] }, params: { categories: [1, 2] }, expected: { AC1: null } },
      'params.categories lacks 9',
    ],
    [
      'raters of different diligence',
      { method: 'gwet_ac', inputs: { a: [1], b: [1, 2] }, expected: { AC1: null } },
      'inputs.b has not as many ratings as a',
    ],
    [
      'a λ that is none',
      {
        method: 'ppi_mean',
        inputs: { y: [1], yhat: [1], yhat_unlabeled: [1] },
        params: { lam: 'best' },
        expected: { se: 1 },
      },
      'params.lam is neither a number nor "optimal"',
    ],
    [
      'an item that stands twice',
      { method: 'rbo', inputs: { a: ['x', 'x'], b: ['x', 'y'] }, expected: { ext: 1 } },
      'an item stands twice in a ranking',
    ],
  ];
  for (const [what, change, fault] of faults)
    it(`fails the vector, and says why, for ${what}`, async () => {
      const vector = await verifyOne(change);
      expect(vector).to.deep.include({ ok: false, computed: {}, differences: [], fault });
    });

  it('makes up categories where none are given, and takes λ as optimal', async () => {
    const kappa = await verifyOne({
      method: 'cohen_kappa',
      inputs: { a: [3, 1], b: [3, 1] },
      expected: { quadratic: 1 },
    });
    expect(kappa.ok).to.equal(true);
    const data = { y: [1, 2, 3], yhat: [1, 2, 3], yhat_unlabeled: [2, 2, 2] };
    const ppi = await verifyOne({ method: 'ppi_mean', inputs: data, expected: { estimate: 2 } });
    expect(ppi.ok).to.equal(true);
    const few = await verifyOne({
      method: 'ppi_mean',
      inputs: { y: [1], yhat: [1], yhat_unlabeled: [2] },
      expected: { lambda: null, estimate: null, se: null, ci: null },
    });
    expect(few.ok).to.equal(true);
  });

  const malformed: readonly [string, unknown, string, string | null][] = [
    ['text', 'tea', 'is not JSON', null],
    ['a list', [], 'has no list "vectors"', null],
    ['no vectors', { vectors: {} }, 'has no list "vectors"', null],
    ['a vector that is text', { vectors: ['x'] }, 'is not an object', 'vectors[0]'],
    ['a vector without a name', { vectors: [MEAN, { ...MEAN, name: '' }] }, 'has no "name"', 'vectors[1]'],
    ['a vector without a method', { vectors: [{ ...MEAN, method: 7 }] }, 'has no "method"', 'a mean'],
    [
      'inputs that are a list',
      { vectors: [{ ...MEAN, inputs: [] }] },
      'has a "inputs" that is not an object',
      'a mean',
    ],
    ['params that are null', { vectors: [{ ...MEAN, params: 'x' }] }, 'has a "params" that is not an object', 'a mean'],
    ['nothing expected', { vectors: [{ ...MEAN, expected: {} }] }, 'has nothing in "expected"', 'a mean'],
    [
      'a negative tolerance',
      { vectors: [{ ...MEAN, tolerance: { abs: -1 } }] },
      'has a tolerance "abs" that is not a number of 0 or more',
      'a mean',
    ],
  ];
  for (const [what, content, complaint, vector] of malformed)
    it(`refuses a file of ${what}`, async () => {
      const error = await expectCode('STATISTICS_VECTORS_INVALID', verify(content));
      expect(error.message).to.contain('vectors.json').and.to.contain(complaint);
      expect(error.details).to.include({ vector });
    });

  it('says when there is no such file, and when it cannot be read', async () => {
    const useCase = new VerifyStatisticsUseCase(new AtomicFilePublisher());
    await inTemporaryFolder(async (folder) => {
      await expectCode('STATISTICS_VECTORS_NOT_FOUND', useCase.execute({ path: join(folder, 'none.json') }));
      await expectCode('FILE_READ_FAILED', useCase.execute({ path: folder }));
    });
  });
});

describe('compareFigures', () => {
  const fields = (expected: unknown, computed: unknown, tolerance = {}) =>
    compareFigures(expected as null, computed as null, tolerance, 'f').map(({ field }) => field);

  it('allows abs + rel·|expected|', () => {
    expect(fields(100, 101.1, { abs: 0.1, rel: 0.01 })).to.deep.equal([]);
    expect(fields(100, 101.2, { abs: 0.1, rel: 0.01 })).to.deep.equal(['f']);
    expect(fields(1, 1)).to.deep.equal([]);
  });

  it('goes into lists and objects, and says where', () => {
    expect(fields([1, [2, 3]], [1, [2, 4]])).to.deep.equal(['f[1][1]']);
    expect(fields({ coef: 1, pa: 2 }, { coef: 1 })).to.deep.equal(['f.pa']);
    expect(fields([1, 2], [1])).to.deep.equal(['f']);
    expect(fields([], null)).to.deep.equal(['f']);
  });

  it('lets the longest key that a name contains replace abs', () => {
    const tolerance = { abs: 0, rel: 0, se: 5, se_rounded: 0.5 };
    const differences = compareFigures(
      { se_rounded5: 1, se: 1, other: 1 },
      { se_rounded5: 2, se: 2, other: 2 },
      tolerance,
      'AC1',
    );
    expect(differences.map(({ field, allowed }) => [field, allowed])).to.deep.equal([
      ['AC1.se_rounded5', 0.5],
      ['AC1.other', 0],
    ]);
  });

  it('takes null as undefined: it agrees with null and a list of them alone', () => {
    expect(fields(null, null)).to.deep.equal([]);
    expect(fields([null, null], null)).to.deep.equal([]);
    expect(fields([null, 1], null)).to.deep.equal(['f']);
    expect(fields(null, 0)).to.deep.equal(['f']);
    expect(fields(0, null)).to.deep.equal(['f']);
    expect(fields('a', 'a')).to.deep.equal([]);
  });
});
