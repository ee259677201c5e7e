import type { DigestSample } from '../../../domain/dataset/digest-sample.js';
import type { ReviewReportSample } from '../../../domain/dataset/review-report-sample.js';
import { sampleContent, scoresContent } from '../../../domain/dataset/sample-content.js';
import type { Sample, SampleKind } from '../../../domain/dataset/sample.js';
import { readCurrent } from './current-document.mapper.js';
import { readDigest } from './digest-document.mapper.js';
import { readReviewReport } from './review-report-document.mapper.js';
import type { JsonValue } from '../../../domain/shared/json-value.js';
import type { StoredDocument } from './stored-document.js';

/**
 * Reads a document of a kind, whatever its age.
 *
 * @param id Names the document in messages.
 * @throws STORE_DOCUMENT_INVALID when it cannot be read as a record.
 */
export function readSample<S extends Sample>(kind: S['kind'], document: unknown, id: string): S {
  return (readCurrent(kind, document) ?? readOfAnyAge(kind, document, id)) as S;
}

/** The same, slower, without a glance at the current shape; exported to be compared with it. */
export function readOfAnyAge(kind: SampleKind, document: unknown, id: string): Sample {
  return kind === 'digests' ? readDigest(document, id) : readReviewReport(document, id);
}

/** Writes a record as the document that stores keep, fields always in the same order. */
export function toSampleDocument(sample: Sample): StoredDocument {
  return sample.kind === 'digests' ? digestDocument(sample) : reviewReportDocument(sample);
}

function digestDocument(sample: DigestSample): StoredDocument {
  return {
    ...contentOf(sample),
    feature_flags: { ...sample.metadata.featureFlags },
    latency_seconds: sample.latencySeconds,
    ...(sample.judge === undefined ? {} : { quality: { llm_judge: scoresContent(sample.judge) } }),
  };
}

function reviewReportDocument(sample: ReviewReportSample): StoredDocument {
  const { synthesis, passes, metadata, ...top } = contentOf(sample);
  return {
    ...top,
    report: {
      synthesis: synthesis ?? null,
      passes: passes ?? null,
      metadata: {
        ...(metadata as StoredDocument),
        latency_seconds: sample.latencySeconds,
        ...(sample.judge === undefined ? {} : { llm_judge: scoresContent(sample.judge) }),
      },
    },
  };
}

function contentOf(sample: Sample): Readonly<Record<string, JsonValue | undefined>> & StoredDocument {
  return sampleContent(sample) as StoredDocument;
}
