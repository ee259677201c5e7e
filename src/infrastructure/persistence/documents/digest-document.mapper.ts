import type { DigestSample } from '../../../domain/dataset/digest-sample.js';
import type { Post } from '../../../domain/dataset/post.js';
import { DocumentReader } from './document-reader.js';
import { readJudge } from './judge-document.mapper.js';
import { readMetadata } from './metadata-document.mapper.js';
import { numberOr, optional, textOr } from './optional-field.js';

const DEFAULT_LANGUAGE = 'ru';
const DEFAULT_RANGE_HOURS = 24;

/**
 * Reads a digest of any age. What older documents may lack is read as empty (or 0 for the latency), so that validation
 * can name it; what is there and has a wrong type fails.
 *
 * @throws STORE_DOCUMENT_INVALID
 */
export function readDigest(document: unknown, id: string): DigestSample {
  const root = new DocumentReader(document, { collection: 'digests', id });
  return {
    kind: 'digests',
    id: root.field('digest_id').text(),
    channel: root.field('channel').text(),
    language: textOr(root.field('language'), DEFAULT_LANGUAGE),
    summaryMarkdown: textOr(root.field('summary_markdown', 'summary', 'digest'), ''),
    posts: root.field('posts', 'items').list().map(readPost),
    latencySeconds: readLatency(root),
    createdAt: root.field('created_at').instant(),
    metadata: readDigestMetadata(root),
    ...optional('judge', root.field('quality', 'ground_truth').field('llm_judge'), readJudge),
  };
}

function readLatency(root: DocumentReader): number {
  return numberOr(root.field('latency_seconds').or(root.field('metrics').field('latency_seconds')), 0);
}

function readDigestMetadata(root: DocumentReader): DigestSample['metadata'] {
  const metadata = root.field('metadata');
  return {
    ...readMetadata(metadata, root),
    timeRangeHours: numberOr(metadata.field('time_range_hours'), DEFAULT_RANGE_HOURS),
  };
}

function readPost(post: DocumentReader): Post {
  return {
    title: textOr(post.field('title'), ''),
    summary: textOr(post.field('summary'), ''),
    text: textOr(post.field('text', 'content', 'message'), ''),
    ...optional('messageId', post.field('message_id'), (place) => place.number()),
    ...optional('date', post.field('date'), (place) => place.instant()),
    ...optional('url', post.field('url'), (place) => place.text()),
    ...optional('provenance', post.field('provenance'), readPostProvenance),
  };
}

function readPostProvenance(place: DocumentReader): 'imported' | 'synthetic' {
  return place.oneOf(['imported', 'synthetic']);
}
