import type { JsonValue } from '../../../domain/shared/json-value.js';
import type { StoredDocument } from '../documents/stored-document.js';
import type { MongoDocument } from './mongo-connection.js';

/** Moments become Dates, at the top and in posts. */
export function toMongoDocument(document: StoredDocument): MongoDocument {
  const result: MongoDocument = { ...document };
  for (const name of ['created_at', 'started_at', 'updated_at']) {
    if (typeof result[name] === 'string') result[name] = new Date(result[name]);
  }
  if (Array.isArray(result['posts'])) result['posts'] = result['posts'].map(toMongoPost);
  return result;
}

function toMongoPost(post: JsonValue): unknown {
  const { date } = post as StoredDocument;
  return typeof date === 'string' ? { ...(post as StoredDocument), date: new Date(date) } : post;
}
