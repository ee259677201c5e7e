import type { JsonLimits } from '../json/json-limits.js';

/**
 * Telegram allows 4,096 characters a message, written twice with their entities: well below a mebibyte. Its own nesting
 * is six levels.
 */
export const EXPORT_LIMITS: JsonLimits = { valueBytes: 8 * 1024 * 1024, depth: 128 };
