import type { DigestSample } from '../../../domain/dataset/digest-sample.js';
import type { JudgeScores } from '../../../domain/dataset/judge-scores.js';
import type { Post } from '../../../domain/dataset/post.js';
import type { ReviewReportSample } from '../../../domain/dataset/review-report-sample.js';
import type { SampleMetadata } from '../../../domain/dataset/sample-metadata.js';
import type { Sample, SampleKind } from '../../../domain/dataset/sample.js';
import { readInstant } from './read-instant.js';
import { fitsSampleSchema } from './sample-schema-check.js';

type Metadata = Omit<SampleMetadata, 'featureFlags' | 'llmModel'> & {
  readonly feature_flags: SampleMetadata['featureFlags'];
  readonly llm_model: string;
};
type Judge = Omit<JudgeScores, 'judgeModel' | 'promptVersion'> & {
  readonly judge_model: string;
  readonly prompt_version: string;
};
type CurrentPost = Pick<Post, 'title' | 'summary' | 'text' | 'url' | 'provenance'> & {
  readonly message_id?: number;
  readonly date?: string;
};
interface CurrentDigest {
  readonly digest_id: string;
  readonly channel: string;
  readonly language: string;
  readonly summary_markdown: string;
  readonly posts: readonly CurrentPost[];
  readonly latency_seconds: number;
  readonly created_at: string;
  readonly metadata: Metadata & { readonly time_range_hours: number };
  readonly quality?: { readonly llm_judge: Judge };
}
interface CurrentReport {
  readonly report_id: string;
  readonly assignment_id: string;
  readonly student_id?: string;
  readonly language: string;
  readonly created_at: string;
  readonly report: {
    readonly synthesis: string;
    readonly passes: readonly (Omit<ReviewReportSample['passes'][number], 'name'> & { readonly pass_name: string })[];
    readonly metadata: Metadata & { readonly latency_seconds: number; readonly llm_judge?: Judge };
  };
}

/**
 * Reads a document that has exactly the shape that stores write, without asking for each field whether it is there.
 *
 * @returns `undefined` for any other one: it is left to the readers that meet documents of any age. For those that fit,
 *   they give the same.
 */
export function readCurrent(kind: SampleKind, document: unknown): Sample | undefined {
  if (!fitsSampleSchema(kind, document)) return undefined;
  const sample = kind === 'digests' ? digestOf(document as CurrentDigest) : reportOf(document as CurrentReport);
  return hasItsDates(sample) ? sample : undefined;
}

/** The schema does not look into dates. */
function hasItsDates(sample: Sample): boolean {
  if (Number.isNaN(sample.createdAt)) return false;
  return sample.kind !== 'digests' || sample.posts.every(({ date }) => !Number.isNaN(date));
}

function digestOf(document: CurrentDigest): DigestSample {
  const { channel, language, posts, metadata, quality } = document;
  return {
    kind: 'digests',
    id: document.digest_id,
    ...{ channel, language },
    summaryMarkdown: document.summary_markdown,
    posts: posts.map(postOf),
    latencySeconds: document.latency_seconds,
    createdAt: instantOf(document.created_at),
    metadata: { ...metadataOf(metadata), timeRangeHours: metadata.time_range_hours },
    ...(quality === undefined ? {} : { judge: judgeOf(quality.llm_judge) }),
  };
}

/** Assigned member by member, because rest and spread of so many posts would take as long as parsing them. */
function postOf({ title, summary, text, message_id, date, url, provenance }: CurrentPost): Post {
  const post: { -readonly [K in keyof Post]: Post[K] } = { title, summary, text };
  if (message_id !== undefined) post.messageId = message_id;
  if (date !== undefined) post.date = instantOf(date);
  if (url !== undefined) post.url = url;
  if (provenance !== undefined) post.provenance = provenance;
  return post;
}

function reportOf({ report, student_id: studentId, ...document }: CurrentReport): ReviewReportSample {
  const { metadata, passes, synthesis } = report;
  return {
    kind: 'review_reports',
    ...{ id: document.report_id, channel: document.assignment_id, language: document.language },
    ...(studentId === undefined ? {} : { studentId }),
    createdAt: instantOf(document.created_at),
    synthesis,
    passes: passes.map(({ pass_name: name, ...pass }) => ({ name, ...pass })),
    latencySeconds: metadata.latency_seconds,
    metadata: metadataOf(metadata),
    ...(metadata.llm_judge === undefined ? {} : { judge: judgeOf(metadata.llm_judge) }),
  };
}

function metadataOf(metadata: Metadata): SampleMetadata {
  const { feature_flags: featureFlags, llm_model: llmModel, provenance, generator } = metadata;
  return { featureFlags, llmModel, provenance, ...(generator === undefined ? {} : { generator }) };
}

function judgeOf({ judge_model: judgeModel, prompt_version: promptVersion, ...judge }: Judge): JudgeScores {
  return { judgeModel, promptVersion, ...judge };
}

function instantOf(text: string): number {
  return readInstant(text) ?? Number.NaN;
}
