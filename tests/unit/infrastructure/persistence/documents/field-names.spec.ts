import { toCamelCase, toSnakeCase } from '#etalon/infrastructure/persistence/documents/field-names.js';
import { expect } from 'chai';

describe('Field names of documents', () => {
  it('change at every depth and back', () => {
    const value = { promptHash: null, deepList: [{ tokensIn: 1 }], plain: 'camelCase stays' };
    const stored = { prompt_hash: null, deep_list: [{ tokens_in: 1 }], plain: 'camelCase stays' };
    expect(toSnakeCase(value)).to.deep.equal(stored);
    expect(toCamelCase(stored)).to.deep.equal(value);
  });

  it('stay where they are data, and absent members go', () => {
    expect(toSnakeCase({ scores: { myMetric: 1 }, environment: { cpuModel: 'x' }, gone: undefined })).to.deep.equal({
      scores: { myMetric: 1 },
      environment: { cpuModel: 'x' },
    });
    expect(toCamelCase({ by_provenance: { some_name: { n: 1 } } })).to.deep.equal({
      byProvenance: { some_name: { n: 1 } },
    });
  });
});
