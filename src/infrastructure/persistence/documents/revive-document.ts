import type { JsonValue } from '../../../domain/shared/json-value.js';
import { GO_ON, rebuild } from './rebuild.js';

/** Makes Dates and numbers of the Extended JSON in a stored document, so that it reads as it does from MongoDB. */
export function reviveDocument(document: JsonValue): unknown {
  return rebuild(document, (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if ('$date' in value) return new Date(millisecondsOf(value.$date));
    return '$numberDouble' in value ? Number(value.$numberDouble) : GO_ON;
  });
}

function millisecondsOf(date: unknown): number {
  if (typeof date === 'string') return Date.parse(date);
  return Number((date as { readonly $numberLong?: unknown }).$numberLong);
}
