import type { AnyBulkWriteOperation, Document } from 'mongodb';
import type { JudgeScores } from '../../../domain/dataset/judge-scores.js';
import { scoresContent } from '../../../domain/dataset/sample-content.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import { scoresPlace } from '../documents/scores-place.js';
import type { MongoDocument } from './mongo-connection.js';

/** Sets a judge's scores in a document that has none; `undefined` when it has. Should it get some meanwhile, they stay. */
export function scoreOperation(
  kind: SampleKind,
  document: MongoDocument,
  judged: JudgeScores,
): AnyBulkWriteOperation<MongoDocument> | undefined {
  const place = scoresPlace(kind, document);
  if (place === undefined) return undefined;
  const parent = place.path.join('.');
  const scores = scoresContent(judged);
  const $set = place.there ? { [`${parent}.llm_judge`]: scores } : { [parent]: { llm_judge: scores } };
  const filter: Document = { _id: { $eq: document._id }, [`${parent}.llm_judge`]: null };
  return { updateOne: { filter, update: { $set } } };
}
