import type { JsonValue } from '../../../domain/shared/json-value.js';
import { dayExists } from '../../../domain/time/calendar-day.js';

/** What a form stands for: a stored value, a moment, `null` for nothing at all, `undefined` when it is malformed. */
type Read = (content: unknown) => JsonValue | Date | undefined;

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/;
const WHOLE = /^-?\d{1,19}$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** A decimal has at most 34 digits. */
const DECIMAL128 = /^[+-]?(?:[.]?\d){1,34}[.]?(?:e([+-]?\d{1,4}))?$/i;
const MOST_EXPONENT = 6111;
const NO_NUMBER: ReadonlySet<string> = new Set(['NaN', 'Infinity', '-Infinity']);
const UUID = /^[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i;
const [LEAST_LONG, MOST_LONG] = [-(2n ** 63n), 2n ** 63n - 1n];
const MOST_INT = 2 ** 31;
/** Up to here a number holds every whole number. */
const MOST_EXACT = 2n ** 53n;

/** The forms of Extended JSON v2 that documents may hold, by the one name of their object. */
export const EXTENDED_FORMS: Readonly<Record<string, Read>> = {
  $date: readDate,
  $oid: (hex) => (isText(hex, /^[0-9a-f]{24}$/i) ? { $oid: hex.toLowerCase() } : undefined),
  $numberInt: (text) => (isText(text, WHOLE) && Math.abs(Number(text)) <= MOST_INT ? plain(Number(text)) : undefined),
  $numberLong: readLong,
  $numberDouble: readDouble,
  $numberDecimal: readDecimal,
  $binary: readBinary,
  $uuid: (text) => (isText(text, UUID) ? binary(Buffer.from(text.replaceAll('-', ''), 'hex'), 4) : undefined),
  $timestamp: readTimestamp,
  $regularExpression: readExpression,
  $code: (text) => (typeof text === 'string' ? { $code: text } : undefined),
  $symbol: (text) => (typeof text === 'string' ? text : undefined),
  $undefined: (yes) => (yes === true ? null : undefined),
  $minKey: (one) => (one === 1 ? { $minKey: 1 } : undefined),
  $maxKey: (one) => (one === 1 ? { $maxKey: 1 } : undefined),
};

function readDate(content: unknown): Date | undefined {
  const isIso = isText(content, ISO) && dayExists(content.slice(0, 10));
  const date = new Date(isIso ? Date.parse(content) : millisecondsOf(content));
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function millisecondsOf(content: unknown): number {
  if (typeof content === 'number') return content;
  const { $numberLong: text, ...others } = membersOf(content);
  return isText(text, WHOLE) && Object.keys(others).length === 0 ? Number(text) : Number.NaN;
}

function readLong(content: unknown): JsonValue | undefined {
  if (!isText(content, WHOLE)) return undefined;
  const exact = BigInt(content);
  if (exact < LEAST_LONG || exact > MOST_LONG) return undefined;
  return exact >= -MOST_EXACT && exact <= MOST_EXACT ? Number(exact) : { $numberLong: String(exact) };
}

function readDouble(content: unknown): JsonValue | undefined {
  if (typeof content !== 'string') return undefined;
  if (NO_NUMBER.has(content)) return { $numberDouble: content };
  return DECIMAL.test(content) && Number.isFinite(Number(content)) ? plain(Number(content)) : undefined;
}

/** A decimal that a number writes the same way becomes one; others would lose digits. */
function readDecimal(content: unknown): JsonValue | undefined {
  if (typeof content !== 'string') return undefined;
  if (String(Number(content)) === content && !NO_NUMBER.has(content)) return Number(content);
  return NO_NUMBER.has(content) || isDecimal128(content) ? { $numberDecimal: content } : undefined;
}

function isDecimal128(text: string): boolean {
  const [whole, exponent = '0'] = DECIMAL128.exec(text) ?? [];
  return whole !== undefined && DECIMAL.test(text) && Math.abs(Number(exponent)) <= MOST_EXPONENT;
}

function plain(value: number): JsonValue {
  return Object.is(value, -0) ? { $numberDouble: '-0.0' } : value;
}

function readBinary(content: unknown): JsonValue | undefined {
  const { base64, subType } = membersOf(content);
  if (!isText(base64, /^[0-9a-z+/]*={0,2}$/i) || !isText(subType, /^[0-9a-f]{1,2}$/i)) return undefined;
  return binary(Buffer.from(base64, 'base64'), Number.parseInt(subType, 16));
}

function binary(bytes: Buffer, subType: number): JsonValue {
  return { $binary: { base64: bytes.toString('base64'), subType: subType.toString(16).padStart(2, '0') } };
}

function readTimestamp(content: unknown): JsonValue | undefined {
  const { t, i } = membersOf(content);
  return isCount(t) && isCount(i) ? { $timestamp: { t, i } } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32;
}

function readExpression(content: unknown): JsonValue | undefined {
  const { pattern, options } = membersOf(content);
  if (typeof pattern !== 'string' || !isText(options, /^[a-z]*$/)) return undefined;
  return { $regularExpression: { pattern, options: Array.from(options).sort().join('') } };
}

function membersOf(content: unknown): Readonly<Record<string, unknown>> {
  return typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : {};
}

function isText(value: unknown, shape: RegExp): value is string {
  return typeof value === 'string' && shape.test(value);
}
