import { expect } from 'chai';
import { exportDocument } from '#etalon/domain/export/export-document.js';
import { toExportRecord } from '#etalon/domain/export/to-export-record.js';
import { digest, report } from '../../../support/samples.js';

describe('exportDocument', () => {
  it('leaves a missing fact null, for the schema to judge', () => {
    const bare = { llmModel: 'm', featureFlags: {}, provenance: 'imported' } as const;
    expect(exportDocument({ ...toExportRecord(digest(1)), metadata: bare }).metadata).to.deep.equal({
      ...{ posts_count: null, time_range_hours: null },
      ...{ llm_model: 'm', feature_flags: {}, provenance: 'imported' },
    });
    expect(exportDocument({ ...toExportRecord(report(1)), metadata: bare }).metadata).to.deep.equal({
      ...{ student_id: null, assignment_id: null, passes_count: null },
      ...{ llm_model: 'm', feature_flags: {}, provenance: 'imported' },
    });
  });
});
