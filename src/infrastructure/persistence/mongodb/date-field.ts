import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { MongoConnection } from './mongo-connection.js';

/** Where a pipeline puts the moment that it read from a string or a number. */
const READ_DATE_FIELD = '__read_date';

/**
 * The field to search and sort moments by: `created_at` as long as it is a Date everywhere, so that its indexes serve;
 * otherwise one that the pipeline fills. Strings and numbers sort before Dates, so the first document tells.
 */
export async function dateFieldOf(connection: MongoConnection, kind: SampleKind): Promise<string> {
  const { maxTimeMS } = connection;
  const first = await connection.run(() =>
    connection.collection(kind).findOne({}, { sort: { created_at: 1 }, projection: { created_at: 1 }, maxTimeMS }),
  );
  return first === null || first['created_at'] instanceof Date ? 'created_at' : READ_DATE_FIELD;
}
