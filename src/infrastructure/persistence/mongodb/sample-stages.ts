import type { SampleOrder, SampleQuery } from '../../../application/ports/sample.repository.port.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import { SAMPLE_FIELDS } from '../documents/sample-fields.js';
import type { MongoDocument } from './mongo-connection.js';
import { READ_DATE } from './read-date-expression.js';

/** Documents without a language are read as Russian. */
const DEFAULT_LANGUAGE = 'ru';
const PROVENANCE_PATHS: Readonly<Record<SampleKind, readonly string[]>> = {
  digests: ['metadata.provenance'],
  review_reports: ['report.metadata.provenance', 'metadata.provenance'],
};

/** Where a document of a kind says where it comes from, as an expression; anything else than the known two is `unmarked`. */
export function provenanceOf(kind: SampleKind): MongoDocument {
  const stated = { $ifNull: [...PROVENANCE_PATHS[kind].map((path) => `$${path}`), null] };
  return { $cond: [{ $in: [stated, ['imported', 'synthetic']] }, stated, 'unmarked'] };
}

/**
 * The stages that find the documents of a query.
 *
 * @param dateField `created_at`, or the field into which it was read where some documents hold no Date there.
 */
export function findStages(kind: SampleKind, query: SampleQuery, dateField: string): MongoDocument[] {
  const read = dateField === 'created_at' ? [] : [{ $addFields: { [dateField]: READ_DATE } }];
  return [{ $match: conditionOf(kind, query) }, ...read, { $match: dateCondition(query, dateField) }];
}

/** The sort of an order; texts compare by their bytes as long as no collation is asked for. */
export function sortOf(kind: SampleKind, order: SampleOrder, dateField: string): Readonly<Record<string, 1>> {
  const { id, channel } = SAMPLE_FIELDS[kind];
  return order === 'channel' ? { [channel]: 1, [dateField]: 1, [id]: 1 } : { [dateField]: 1, [id]: 1 };
}

function conditionOf(kind: SampleKind, { channels, language, realOnly }: SampleQuery): MongoDocument {
  return {
    ...(channels === undefined ? {} : { [SAMPLE_FIELDS[kind].channel]: { $in: channels.map(text) } }),
    ...(language === undefined ? {} : { language: { $in: languages(text(language)) } }),
    ...(realOnly === true
      ? Object.fromEntries(PROVENANCE_PATHS[kind].map((path) => [path, { $ne: 'synthetic' }]))
      : {}),
  };
}

function languages(language: string): (string | null)[] {
  return language === DEFAULT_LANGUAGE ? [language, null] : [language];
}

function dateCondition({ from, to }: SampleQuery, dateField: string): MongoDocument {
  const range = {
    ...(from === undefined ? {} : { $gte: new Date(from) }),
    ...(to === undefined ? {} : { $lte: new Date(to) }),
  };
  return Object.keys(range).length === 0 ? {} : { [dateField]: range };
}

/** An object in place of a text could be taken for an operator. */
export function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`A text was expected, not ${typeof value}.`);
  return value;
}
