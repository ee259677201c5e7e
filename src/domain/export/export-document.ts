import type { JudgeScores } from '../dataset/judge-scores.js';
import type { FeatureFlags } from '../dataset/sample-metadata.js';
import type { JsonValue } from '../shared/json-value.js';
import { toIso } from '../time/instant.js';
import type { ExportRecord } from './export-record.js';

/** A record under the names of the export format: what the JSON Schema describes, keys in the order of the format. */
export interface ExportDocument {
  readonly sample_id: string;
  readonly channel: string;
  readonly language: string;
  readonly timestamp: JsonValue;
  readonly source_text: string;
  readonly summary_markdown: string;
  readonly metadata: JsonValue;
  readonly ground_truth: JsonValue;
  readonly latency_seconds: number;
}

/**
 * Puts a record under the names of the export format. Written text becomes NFC, so that equal text gives equal bytes
 * whatever keyboard it came from; ids, channel, language and the names of flags stay exactly as the store has them.
 */
export function exportDocument(record: ExportRecord): ExportDocument {
  return {
    sample_id: record.sampleId,
    channel: record.channel,
    language: record.language,
    timestamp: isoOrRaw(record.timestamp),
    source_text: record.sourceText.normalize('NFC'),
    summary_markdown: record.summaryMarkdown.normalize('NFC'),
    metadata: record.kind === 'digests' ? digestMetadata(record.metadata) : reportMetadata(record.metadata),
    ground_truth: { llm_judge: record.judge === null ? null : judgeDocument(record.judge) },
    latency_seconds: record.latencySeconds,
  };
}

/** A date that no calendar has is left a number: the schema then names the record, instead of a crash here. */
function isoOrRaw(instant: number): JsonValue {
  return Math.abs(instant) <= 8.64e15 ? toIso(instant) : instant;
}

function digestMetadata(metadata: ExportRecord['metadata']): JsonValue {
  return {
    posts_count: metadata.postsCount ?? null,
    time_range_hours: metadata.timeRangeHours ?? null,
    ...commonMetadata(metadata),
  };
}

function reportMetadata(metadata: ExportRecord['metadata']): JsonValue {
  return {
    student_id: metadata.studentId ?? null,
    assignment_id: metadata.assignmentId ?? null,
    passes_count: metadata.passesCount ?? null,
    ...commonMetadata(metadata),
  };
}

function commonMetadata(metadata: ExportRecord['metadata']): Readonly<Record<string, JsonValue>> {
  return {
    llm_model: metadata.llmModel.normalize('NFC'),
    feature_flags: sorted(metadata.featureFlags),
    provenance: metadata.provenance,
  };
}

function sorted(flags: FeatureFlags): FeatureFlags {
  return Object.fromEntries(Object.entries(flags).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function judgeDocument(judge: JudgeScores): JsonValue {
  const { coverage, accuracy, coherence, informativeness } = judge.scores;
  return {
    judge_model: judge.judgeModel.normalize('NFC'),
    prompt_version: judge.promptVersion.normalize('NFC'),
    scores: { coverage, accuracy, coherence, informativeness },
    verdict: judge.verdict,
    notes: judge.notes.normalize('NFC'),
  };
}
