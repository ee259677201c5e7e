import { exportLineSchema } from './export-common.schema.js';

/** The JSON Schema of a line of `review_reports.jsonl`. */
export const REVIEW_REPORT_EXPORT_SCHEMA = exportLineSchema({
  id: 'urn:etalon:schema:review-report-export:1.0.0',
  version: '1.0.0',
  title: 'A line of an export of review reports',
  sourceText:
    'Each pass as "[pass_name] summary", then "Recommendation: …" and "Finding: title description" lines, passes parted by an empty line.',
  metadata: {
    student_id: { type: ['string', 'null'] },
    assignment_id: { type: 'string', minLength: 1 },
    passes_count: { type: 'integer', minimum: 1 },
  },
});
