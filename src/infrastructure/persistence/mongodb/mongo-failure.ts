import {
  MongoAPIError,
  MongoBulkWriteError,
  MongoClientClosedError,
  MongoCompatibilityError,
  MongoError,
  MongoExpiredSessionError,
  MongoMissingCredentialsError,
  MongoNotConnectedError,
  MongoParseError,
  MongoServerError,
  MongoTopologyClosedError,
} from 'mongodb';
import type { ErrorCode } from '../../../domain/errors/error-catalogue.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';

/** Server error codes, see https://www.mongodb.com/docs/manual/reference/error-codes/. */
const BAD_VALUE = 2;
const FAILED_TO_PARSE = 9;
const UNAUTHORIZED = 13;
const TYPE_MISMATCH = 14;
const AUTHENTICATION_FAILED = 18;
const CONFLICTING_UPDATE_OPERATORS = 40;
const DOLLAR_PREFIXED_FIELD_NAME = 52;
const IMMUTABLE_FIELD = 66;
const INVALID_NAMESPACE = 73;
const ATLAS_ERROR = 8000;
const DUPLICATE_KEY = 11_000;

/** Answers that only a wrong command of ours can get. */
const DEFECTS: ReadonlySet<unknown> = new Set([
  ...[BAD_VALUE, FAILED_TO_PARSE, TYPE_MISMATCH, CONFLICTING_UPDATE_OPERATORS],
  ...[DOLLAR_PREFIXED_FIELD_NAME, IMMUTABLE_FIELD, INVALID_NAMESPACE],
]);
/** What the driver calls wrong use of it although it comes from the connection or the server. */
const NO_DEFECTS = [
  ...[MongoClientClosedError, MongoNotConnectedError, MongoTopologyClosedError, MongoExpiredSessionError],
  ...[MongoCompatibilityError, MongoMissingCredentialsError],
];
/** What the resolver says of a host that nobody knows: of `mongodb+srv` the driver hands that on too. */
const UNRESOLVED = ['ENOTFOUND', 'ENODATA', 'ESERVFAIL', 'EAI_AGAIN', 'ETIMEOUT', 'ECONNREFUSED'];
/** What a socket says that breaks while the driver waits for a long write to go out: the driver hands that on as it is. */
const BROKEN_SOCKET: ReadonlySet<unknown> = new Set([
  ...['EPIPE', 'ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETDOWN', 'ENETUNREACH'],
  ...UNRESOLVED,
]);
const REFUSED_WRITE = /not authorized on .* to execute command.*\b(insert|update|delete|createIndexes|create)\b/is;

const MESSAGES = {
  STORE_AUTH_FAILED: 'refused the user name or password, or the user may not read this database',
  STORE_READ_ONLY: 'does not let this user write',
  STORE_DOCUMENT_INVALID: 'holds several documents that claim the same id',
  STORE_UNAVAILABLE: 'cannot be reached, or did not answer in time',
} satisfies Partial<Record<ErrorCode, string>>;

/**
 * Turns what the driver throws into a coded error whose text holds no secret; anything else is a defect and is given
 * back as it is.
 *
 * @param redact Takes credentials out of a text.
 */
export function mongoFailure(error: unknown, location: string, redact: (text: string) => string): unknown {
  if (!isFailure(error)) return error;
  const code = codeOf(error);
  const reason = redact(error.message);
  return new EtalonError(code, `${location} ${MESSAGES[code]}.`, {
    details: { location, reason },
    cause: new Error(`${error.name}: ${reason}`),
  });
}

/** The places in a bulk where somebody else inserted the same document first; `undefined` for any other failure. */
export function duplicatesIn(error: unknown): readonly number[] | undefined {
  if (!(error instanceof MongoBulkWriteError)) return undefined;
  const faults = [error.writeErrors].flat();
  const allAre = faults.length > 0 && faults.every(({ code }) => code === DUPLICATE_KEY);
  return allAre ? faults.map(({ index }) => index) : undefined;
}

function isFailure(error: unknown): error is Error {
  if (error instanceof MongoError) return !isDefect(error);
  return error instanceof Error && 'code' in error && BROKEN_SOCKET.has(error.code);
}

function codeOf(error: Error): keyof typeof MESSAGES {
  if (!(error instanceof MongoError)) return 'STORE_UNAVAILABLE';
  if (error instanceof MongoMissingCredentialsError) return 'STORE_AUTH_FAILED';
  if (error.code === AUTHENTICATION_FAILED || error.code === ATLAS_ERROR) return 'STORE_AUTH_FAILED';
  if (error.code === UNAUTHORIZED) {
    return REFUSED_WRITE.test(error.message) ? 'STORE_READ_ONLY' : 'STORE_AUTH_FAILED';
  }
  return error.code === DUPLICATE_KEY ? 'STORE_DOCUMENT_INVALID' : 'STORE_UNAVAILABLE';
}

function isDefect(error: MongoError): boolean {
  if (error instanceof MongoServerError) return DEFECTS.has(error.code);
  if (NO_DEFECTS.some((type) => error instanceof type)) return false;
  return error instanceof MongoAPIError || error instanceof MongoParseError;
}
