/** What stands where a secret stood. */
export const REDACTED = '[redacted]';

const SECRET_KEY =
  /(?:^|_)(?:password|passwd|pwd|passphrase|secret|token|api_?key|apikey|access_?key|private_?key|authorization|cookie|credentials?|session_?id|mongodb_?(?:url|uri)|connection_?string)(?:_|$)/;
/** A password in an address of MongoDB may hold anything that its owner forgot to escape. */
const MONGODB_CREDENTIALS = /(mongodb(?:\+srv)?:\/\/)\S+@/gi;
const URL_CREDENTIALS = /([a-z][a-z0-9+.-]*:\/\/)([^\s/?#"'<>]+)@/gi;
const BEARER = /\b(bearer|basic)\s+[\w.~+/=-]{6,}/gi;
const ASSIGNMENT =
  /\b(password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key)(["']?\s*[=:]\s*["']?)([^\s"',;&)}]+)/gi;
const API_KEY = /\bsk-[\w-]{8,}/g;
const DEEPEST = 8;

/** Says whether values under that name are secrets: `LLM_API_KEY`, `apiKey`, `Authorization`, `mongodbUrl`. */
export function isSecretKey(key: string): boolean {
  const snake = key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
  return SECRET_KEY.test(snake);
}

/** Takes secrets out of running text: credentials inside URLs, bearer tokens, `password=…`, keys that look like keys. */
export function redactText(text: string): string {
  return text
    .replace(MONGODB_CREDENTIALS, `$1${REDACTED}@`)
    .replace(URL_CREDENTIALS, `$1${REDACTED}@`)
    .replace(BEARER, `$1 ${REDACTED}`)
    .replace(ASSIGNMENT, `$1$2${REDACTED}`)
    .replace(API_KEY, REDACTED);
}

/**
 * Takes secrets out of a value of any shape: by key, and inside all strings. Errors become their name, message, code and
 * cause; what lies deeper than eight levels, and what contains itself, is cut.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  if (value === null || typeof value !== 'object') return value;
  if (depth >= DEEPEST) return '[too deep]';
  return redactObject(value, depth);
}

function redactObject(value: object, depth: number): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if (value instanceof Map) return redactObject(Object.fromEntries(value) as object, depth);
  if (value instanceof Set) return [...value].map((item) => redact(item, depth + 1));
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    isSecretKey(key) && item !== null && item !== undefined ? REDACTED : redact(item, depth + 1),
  ]);
  return Object.fromEntries(entries) as unknown;
}

function redactError(error: Error, depth: number): unknown {
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    name: error.name,
    message: redactText(error.message),
    ...(code === undefined ? {} : { code: redact(code, depth + 1) }),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}
