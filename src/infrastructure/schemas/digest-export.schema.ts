import { exportLineSchema } from './export-common.schema.js';

/** The JSON Schema of a line of `digests.jsonl`. */
export const DIGEST_EXPORT_SCHEMA = exportLineSchema({
  id: 'urn:etalon:schema:digest-export:1.0.0',
  version: '1.0.0',
  title: 'A line of an export of digests',
  sourceText: "Each post's title, summary and text joined with a space, posts with a newline.",
  metadata: {
    posts_count: { type: 'integer', minimum: 1 },
    time_range_hours: { type: 'number', exclusiveMinimum: 0 },
  },
});
