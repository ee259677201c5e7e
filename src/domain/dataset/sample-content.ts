import type { JsonValue } from '../shared/json-value.js';
import { toIso } from '../time/instant.js';
import type { DigestSample } from './digest-sample.js';
import type { JudgeScores } from './judge-scores.js';
import type { Post } from './post.js';
import type { ReviewPass, ReviewReportSample } from './review-report-sample.js';
import type { Sample } from './sample.js';
import type { SampleMetadata } from './sample-metadata.js';

/**
 * What a record says, in the field names of its document, without what was measured (`latency_seconds`) and without a
 * judge's scores: the part that must be equal on every store and in every run.
 */
export function sampleContent(sample: Sample): JsonValue {
  return sample.kind === 'digests' ? digestContent(sample) : reviewReportContent(sample);
}

/** A judge's scores in the field names of documents; hashed apart from the content. */
export function scoresContent(judge: JudgeScores): JsonValue {
  return {
    judge_model: judge.judgeModel,
    prompt_version: judge.promptVersion,
    scores: { ...judge.scores },
    verdict: judge.verdict,
    notes: judge.notes,
  };
}

function digestContent(sample: DigestSample): JsonValue {
  return {
    digest_id: sample.id,
    channel: sample.channel,
    language: sample.language,
    summary_markdown: sample.summaryMarkdown,
    posts: sample.posts.map(postContent),
    created_at: toIso(sample.createdAt),
    metadata: { ...metadataContent(sample.metadata), time_range_hours: sample.metadata.timeRangeHours },
  };
}

function postContent(post: Post): JsonValue {
  return {
    title: post.title,
    summary: post.summary,
    text: post.text,
    ...(post.messageId === undefined ? {} : { message_id: post.messageId }),
    ...(post.date === undefined ? {} : { date: toIso(post.date) }),
    ...(post.url === undefined ? {} : { url: post.url }),
    ...(post.provenance === undefined ? {} : { provenance: post.provenance }),
  };
}

function reviewReportContent(sample: ReviewReportSample): JsonValue {
  return {
    report_id: sample.id,
    assignment_id: sample.channel,
    ...(sample.studentId === undefined ? {} : { student_id: sample.studentId }),
    language: sample.language,
    created_at: toIso(sample.createdAt),
    synthesis: sample.synthesis,
    passes: sample.passes.map(passContent),
    metadata: metadataContent(sample.metadata),
  };
}

function passContent(pass: ReviewPass): JsonValue {
  return {
    pass_name: pass.name,
    summary: pass.summary,
    recommendations: pass.recommendations,
    findings: pass.findings.map(({ title, description }) => ({ title, description })),
  };
}

function metadataContent(metadata: SampleMetadata): Readonly<Record<string, JsonValue>> {
  return {
    feature_flags: { ...metadata.featureFlags },
    llm_model: metadata.llmModel,
    provenance: metadata.provenance,
    ...(metadata.generator === undefined ? {} : { generator: { ...metadata.generator } }),
  };
}
