import type { Sample } from '../dataset/sample.js';
import type { ExportRecord } from './export-record.js';
import { sourceText } from './source-text.js';

/** The line of an export that a sample becomes. */
export function toExportRecord(sample: Sample): ExportRecord {
  return {
    kind: sample.kind,
    sampleId: sample.id,
    channel: sample.channel,
    language: sample.language,
    timestamp: sample.createdAt,
    sourceText: sourceText(sample),
    summaryMarkdown: sample.kind === 'digests' ? sample.summaryMarkdown : sample.synthesis,
    metadata: metadataOf(sample),
    judge: sample.judge ?? null,
    latencySeconds: sample.latencySeconds,
  };
}

function metadataOf(sample: Sample): ExportRecord['metadata'] {
  const { llmModel, featureFlags, provenance } = sample.metadata;
  const common = { llmModel, featureFlags, provenance };
  if (sample.kind === 'digests') {
    return { postsCount: sample.posts.length, timeRangeHours: sample.metadata.timeRangeHours, ...common };
  }
  const { studentId = null, channel, passes } = sample;
  return { studentId, assignmentId: channel, passesCount: passes.length, ...common };
}
