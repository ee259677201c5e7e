import type { DocumentReader } from './document-reader.js';

/** A text that may be absent. */
export function textOr(place: DocumentReader, otherwise: string): string {
  return place.present ? place.text() : otherwise;
}

/** A number that may be absent. */
export function numberOr(place: DocumentReader, otherwise: number): number {
  return place.present ? place.number() : otherwise;
}

/** An object with the one member `key` when there is something to read, else an empty one: made to be spread. */
export function optional<K extends string, T>(
  key: K,
  place: DocumentReader,
  read: (place: DocumentReader) => T,
): Readonly<Partial<Record<K, T>>> {
  return (place.present ? { [key]: read(place) } : {}) as Partial<Record<K, T>>;
}
