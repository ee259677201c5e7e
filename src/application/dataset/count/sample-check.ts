import type { Sample } from '../../../domain/dataset/sample.js';
import { validateDigest } from '../../../domain/dataset/validation/validate-digest.js';
import { validateReviewReport } from '../../../domain/dataset/validation/validate-review-report.js';
import type { TimeWindow } from '../../../domain/time/time-window.js';
import type { TextTools } from '../../ports/text-tools.port.js';
import type { SampleCheck } from './dataset-scan.js';

/** The rules of data sets for records of a window. */
export function sampleCheck(window: TimeWindow, tools: TextTools): SampleCheck {
  return (sample: Sample) =>
    sample.kind === 'digests' ? validateDigest(sample, window, tools) : validateReviewReport(sample, window, tools);
}
