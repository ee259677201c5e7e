import type { Finding, ReviewPass, ReviewReportSample } from '../../../domain/dataset/review-report-sample.js';
import { DocumentReader } from './document-reader.js';
import { readJudge } from './judge-document.mapper.js';
import { readMetadata } from './metadata-document.mapper.js';
import { numberOr, optional, textOr } from './optional-field.js';

const DEFAULT_LANGUAGE = 'ru';
const SYNTHESIS = ['synthesis', 'summary_markdown', 'summary'] as const;

/**
 * Reads a review report of any age; what older documents keep at the top is found there. Absent texts are read as empty
 * (the latency as 0), so that validation can name them; what is there and has a wrong type fails.
 *
 * @throws STORE_DOCUMENT_INVALID
 */
export function readReviewReport(document: unknown, id: string): ReviewReportSample {
  const root = new DocumentReader(document, { collection: 'review_reports', id });
  return {
    kind: 'review_reports',
    id: root.field('report_id').text(),
    channel: root.field('assignment_id').text(),
    ...optional('studentId', root.field('student_id'), (place) => place.text()),
    language: textOr(root.field('language'), DEFAULT_LANGUAGE),
    createdAt: root.field('created_at').instant(),
    ...readReport(root),
  };
}

type Report = Pick<ReviewReportSample, 'synthesis' | 'passes' | 'latencySeconds' | 'metadata' | 'judge'>;

function readReport(root: DocumentReader): Report {
  const report = root.field('report');
  const metadata = report.field('metadata').or(root.field('metadata'));
  return {
    synthesis: textOr(report.field(...SYNTHESIS).or(root.field(...SYNTHESIS)), ''),
    passes: report.field('passes').or(root.field('passes')).list().map(readPass),
    latencySeconds: readLatency(root, metadata),
    metadata: readMetadata(metadata, root),
    ...optional('judge', judgeOf(root, metadata), readJudge),
  };
}

function judgeOf(root: DocumentReader, metadata: DocumentReader): DocumentReader {
  return metadata.field('llm_judge').or(root.field('quality', 'ground_truth').field('llm_judge'));
}

function readLatency(root: DocumentReader, metadata: DocumentReader): number {
  const latency = metadata
    .field('latency_seconds')
    .or(root.field('latency_seconds'))
    .or(root.field('metrics').field('latency_seconds'));
  return numberOr(latency, 0);
}

function readPass(pass: DocumentReader): ReviewPass {
  const recommendations = pass.field('recommendations').list();
  return {
    name: pass.field('pass_name', 'name').text(),
    summary: textOr(pass.field('summary'), ''),
    recommendations: recommendations.map((item) => item.text()),
    findings: pass.field('findings').list().map(readFinding),
  };
}

function readFinding(finding: DocumentReader): Finding {
  return {
    title: textOr(finding.field('title'), ''),
    description: textOr(finding.field('description'), ''),
  };
}
