import { ISO_PARTS, SECONDS_BELOW } from '../documents/read-instant.js';
import type { MongoDocument } from './mongo-connection.js';

const PARTS = { $regexFind: { input: '$created_at', regex: ISO_PARTS } };

const part = (index: number, otherwise: string): MongoDocument => ({
  $ifNull: [{ $arrayElemAt: ['$$iso.captures', index] }, otherwise],
});

const FROM_TEXT = {
  $let: {
    vars: { iso: PARTS },
    in: toDate({ $concat: [part(0, 'none'), 'T', part(1, '00:00'), part(2, ':00'), part(3, 'Z')] }),
  },
};

const IS_IN_SECONDS = { $lt: [{ $abs: '$created_at' }, SECONDS_BELOW] };

const FROM_NUMBER = toDate({
  $toLong: { $cond: [IS_IN_SECONDS, { $multiply: ['$created_at', 1000] }, '$created_at'] },
});

/**
 * Reads `created_at` in the server as `readInstant` does here: a Date, an ISO string, an epoch in seconds or
 * milliseconds; `null` when it is none of these.
 */
export const READ_DATE: MongoDocument = {
  $switch: {
    branches: [
      { case: isOfType('date'), then: '$created_at' },
      { case: isOfType('string'), then: FROM_TEXT },
      { case: { $isNumber: '$created_at' }, then: FROM_NUMBER },
    ],
    default: null,
  },
};

function isOfType(name: string): MongoDocument {
  return { $eq: [{ $type: '$created_at' }, name] };
}

function toDate(input: MongoDocument): MongoDocument {
  return { $convert: { input, to: 'date', onError: null, onNull: null } };
}
