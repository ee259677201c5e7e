import type { DigestSample } from './digest-sample.js';
import type { ReviewReportSample } from './review-report-sample.js';

/** A record of a benchmark data set, of either kind. */
export type Sample = DigestSample | ReviewReportSample;

/** The kinds of record; also the names of their collections. */
export type SampleKind = Sample['kind'];
