/** A piece of a message's text as exports write it; anything may be missing or of another type. */
export interface TextEntity {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly href?: unknown;
  readonly language?: unknown;
}

/** The entities of a text: a string, an entity, or a list of both, nested or not. What is neither is left out. */
export function entitiesOf(text: unknown): readonly TextEntity[] {
  if (typeof text === 'string') return text === '' ? [] : [{ type: 'plain', text }];
  if (Array.isArray(text)) return text.flatMap(entitiesOf);
  return typeof text === 'object' && text !== null ? [text] : [];
}

/** How many UTF-16 code units a text has, its entities' texts among them. */
export function textLength(text: unknown): number {
  if (typeof text === 'string') return text.length;
  return entitiesOf(text).reduce((sum, entity) => sum + textLength(entity.text), 0);
}
