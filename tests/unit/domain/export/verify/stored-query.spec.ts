import { expect } from 'chai';
import type { ExportQuery } from '#etalon/domain/export/export-query.js';
import { exportQueryDocument } from '#etalon/domain/export/export-query.js';
import type { StoredQuery } from '#etalon/domain/export/verify/stored-query.js';
import { toExportQuery } from '#etalon/domain/export/verify/stored-query.js';

describe('toExportQuery', () => {
  const nothing = { redact: false, channels: null, from: null, to: null, language: null, limit: null, sample: null };
  const queries: readonly ExportQuery[] = [
    { kind: 'digests', dataset: null, realOnly: false, ...nothing },
    {
      ...{ kind: 'review_reports', dataset: 'default', channels: ['@a_a', '@b_b'], from: 0, to: 1733086799999 },
      ...{ language: 'ru', realOnly: true, limit: 5, sample: { seed: 7, size: 60 }, redact: true },
    },
  ];
  for (const query of queries) {
    it(`gives back what a manifest of ${query.kind} holds`, () => {
      expect(toExportQuery(exportQueryDocument(query) as unknown as StoredQuery)).to.deep.include(query);
    });
  }
});
