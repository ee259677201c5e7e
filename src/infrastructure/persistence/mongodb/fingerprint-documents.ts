import { createHash } from 'node:crypto';
import { BSON } from 'mongodb';
import type { SampleQuery, SampleSpan } from '../../../application/ports/sample.repository.port.js';
import { SCORE_NAMES } from '../../../domain/dataset/judge-scores.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { MongoDocument } from './mongo-connection.js';
import type { MongoReader } from './mongo-reader.js';
import { findStages, sortOf } from './sample-stages.js';

/** So many documents are hashed well within the deadline of one answer. */
export const DOCUMENTS_PER_ANSWER = 20_000;
/** Sums of so small parts are exact and independent of order for millions of documents. */
const PART = 2 ** 31;
const LOW = { $mod: ['$hash', PART] };
const HIGH = { $floor: { $divide: ['$hash', PART] } };
/** MongoDB's hash cuts numbers to whole ones: where documents keep fractions these are hashed as text as well. */
const FRACTIONS: Readonly<Record<SampleKind, { readonly latency: string; readonly scores: string }>> = {
  digests: { latency: '$latency_seconds', scores: '$quality.llm_judge.scores' },
  review_reports: { latency: '$report.metadata.latency_seconds', scores: '$report.metadata.llm_judge.scores' },
};

/** Which documents, and when the first and the last of them are. */
export interface FingerprintScope {
  readonly kind: SampleKind;
  readonly query: SampleQuery;
  readonly dateField: string;
  /** `undefined` for what one answer can take at a time. */
  readonly span: SampleSpan | undefined;
}

/**
 * A text that is another one after any change to the documents of a query, up to chance (one in 2^62): the server hashes
 * them in a small part of the time that sending them takes. A server that cannot (before MongoDB 7) sends them here.
 */
export async function fingerprintOf(reader: MongoReader, scope: FingerprintScope): Promise<string> {
  try {
    return await hashedThere(reader, scope);
  } catch (error) {
    if (!isUnknownOperator(error)) throw error;
    return await hashedHere(reader, scope);
  }
}

/** In slices of time, so that each answer comes within its deadline. */
async function hashedThere(reader: MongoReader, scope: FingerprintScope): Promise<string> {
  const { kind, dateField } = scope;
  const sums: MongoDocument[] = [];
  for (const slice of slicesOf(scope)) {
    sums.push(...(await reader.all([...findStages(kind, slice, dateField), ...sumStages(kind)])));
  }
  return BSON.EJSON.stringify(sums);
}

/** For servers without that operator; exported to be tested on those that have it. */
export async function hashedHere(reader: MongoReader, { kind, query, dateField }: FingerprintScope): Promise<string> {
  const hash = createHash('sha256');
  const stages = [...findStages(kind, query, dateField), { $sort: sortOf(kind, 'time', dateField) }];
  for await (const document of reader.stream(stages)) hash.update(BSON.serialize(document));
  return hash.digest('hex');
}

function sumStages(kind: SampleKind): MongoDocument[] {
  const { latency, scores } = FRACTIONS[kind];
  const fractions = [latency, ...SCORE_NAMES.map((name) => `${scores}.${name}`)];
  const texts = fractions.map((input) => ({ $convert: { input, to: 'string', onError: 'other', onNull: '' } }));
  return [
    { $project: { _id: 0, hash: { $toHashedIndexKey: ['$$ROOT', ...texts] } } },
    { $group: { _id: null, count: { $sum: 1 }, low: { $sum: LOW }, high: { $sum: HIGH } } },
  ];
}

/** The first and the last slice are as open as the query, so that documents that come later are seen. */
function* slicesOf({ query, span }: FingerprintScope): Generator<SampleQuery> {
  if (span === undefined || span.count <= DOCUMENTS_PER_ANSWER) {
    yield query;
    return;
  }
  const slices = Math.ceil(span.count / DOCUMENTS_PER_ANSWER);
  const borderOf = (slice: number): number => Math.round(span.first + ((span.last - span.first) * slice) / slices);
  for (let slice = 0; slice < slices; slice += 1) {
    const from = slice === 0 ? {} : { from: borderOf(slice) };
    const to = slice === slices - 1 ? {} : { to: borderOf(slice + 1) - 1 };
    yield { ...query, ...from, ...to };
  }
}

function isUnknownOperator(error: unknown): boolean {
  const reason = error instanceof EtalonError ? error.details['reason'] : undefined;
  return typeof reason === 'string' && reason.includes('$toHashedIndexKey');
}
