import type { SampleKind } from '../../../domain/dataset/sample.js';

/** Where documents of a kind keep what stores search and sort by. */
interface SampleFields {
  readonly id: string;
  readonly channel: string;
}

/** The names of those fields by kind. */
export const SAMPLE_FIELDS: Readonly<Record<SampleKind, SampleFields>> = {
  digests: { id: 'digest_id', channel: 'channel' },
  review_reports: { id: 'report_id', channel: 'assignment_id' },
};
