import type { JudgeScores } from '../../domain/dataset/judge-scores.js';
import type { Provenance } from '../../domain/dataset/provenance.js';
import type { FeatureFlags } from '../../domain/dataset/sample-metadata.js';
import type { SampleKind } from '../../domain/dataset/sample.js';
import type { ExportRecord } from '../../domain/export/export-record.js';

/** A line of an export that was checked against its schema. */
export interface ExportLine {
  readonly sample_id: string;
  readonly channel: string;
  readonly language: string;
  readonly timestamp: string;
  readonly source_text: string;
  readonly summary_markdown: string;
  readonly metadata: {
    readonly llm_model: string;
    readonly feature_flags: FeatureFlags;
    readonly provenance: Provenance;
    readonly posts_count?: number;
    readonly time_range_hours?: number;
    readonly student_id?: string | null;
    readonly assignment_id?: string;
    readonly passes_count?: number;
  };
  readonly ground_truth: { readonly llm_judge: JudgeLine | null };
  readonly latency_seconds: number;
}

interface JudgeLine {
  readonly judge_model: string;
  readonly prompt_version: string;
  readonly scores: JudgeScores['scores'];
  readonly verdict: JudgeScores['verdict'];
  readonly notes: string;
}

/** Turns a checked line into the record that judges read. */
export function toRecord(line: ExportLine, kind: SampleKind): ExportRecord {
  return {
    kind,
    sampleId: line.sample_id,
    channel: line.channel,
    language: line.language,
    timestamp: Date.parse(line.timestamp),
    sourceText: line.source_text,
    summaryMarkdown: line.summary_markdown,
    metadata: toMetadata(line.metadata),
    judge: line.ground_truth.llm_judge && toScores(line.ground_truth.llm_judge),
    latencySeconds: line.latency_seconds,
  };
}

function toMetadata(metadata: ExportLine['metadata']): ExportRecord['metadata'] {
  const { posts_count, time_range_hours, student_id, assignment_id, passes_count } = metadata;
  return {
    llmModel: metadata.llm_model,
    featureFlags: metadata.feature_flags,
    provenance: metadata.provenance,
    ...(posts_count === undefined ? {} : { postsCount: posts_count }),
    ...(time_range_hours === undefined ? {} : { timeRangeHours: time_range_hours }),
    ...(student_id === undefined ? {} : { studentId: student_id }),
    ...(assignment_id === undefined ? {} : { assignmentId: assignment_id }),
    ...(passes_count === undefined ? {} : { passesCount: passes_count }),
  };
}

function toScores(judge: JudgeLine): JudgeScores {
  const { scores, verdict, notes } = judge;
  return { judgeModel: judge.judge_model, promptVersion: judge.prompt_version, scores, verdict, notes };
}
