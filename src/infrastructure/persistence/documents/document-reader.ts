import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { Instant } from '../../../domain/time/instant.js';
import { readInstant } from './read-instant.js';

/** Names the document that is being read, for messages. */
interface DocumentLabel {
  /** The collection or table. */
  readonly collection: string;
  readonly id: string;
}

/**
 * A place inside a stored document. Every method either gives a value of the type that its name says or fails with
 * `STORE_DOCUMENT_INVALID`, naming the document and the path; absent (or `null`) is told apart from wrong.
 */
export class DocumentReader {
  constructor(
    private readonly value: unknown,
    private readonly label: DocumentLabel,
    private readonly path = '',
  ) {}

  /** Is there anything here? */
  get present(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** The first of the named fields that is there; the first name when none is, or when this place is absent itself. */
  field(...names: readonly [string, ...string[]]): DocumentReader {
    const members = this.present ? this.#object() : {};
    const name = names.find((candidate) => isThere(members, candidate)) ?? names[0];
    return new DocumentReader(isThere(members, name) ? members[name] : undefined, this.label, `${this.path}/${name}`);
  }

  /** This place when something is here, else the other. */
  or(other: DocumentReader): DocumentReader {
    return this.present ? this : other;
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.#wrong('must be a string');
  }

  number(): number {
    return typeof this.value === 'number' && Number.isFinite(this.value) ? this.value : this.#wrong('must be a number');
  }

  instant(): Instant {
    return readInstant(this.value) ?? this.#wrong('must be a date that exists, from 1970 to 2999');
  }

  oneOf<T extends string>(allowed: readonly T[]): T {
    return allowed.find((value) => value === this.value) ?? this.fail(`must be one of ${allowed.join(', ')}`);
  }

  /** The elements of a list; none when it is absent. */
  list(): readonly DocumentReader[] {
    if (!this.present) return [];
    if (!Array.isArray(this.value)) return this.fail('must be a list');
    return this.value.map((item, index) => new DocumentReader(item, this.label, `${this.path}/${index}`));
  }

  /** The members of an object that are all booleans; none when it is absent. */
  flags(): Readonly<Record<string, boolean>> {
    if (!this.present) return {};
    const wrong = Object.entries(this.#object()).find(([, value]) => typeof value !== 'boolean');
    if (wrong !== undefined) return this.field(wrong[0]).fail('must be true or false');
    return { ...(this.#object() as Record<string, boolean>) };
  }

  /** What is not there is told apart from what is wrong. */
  #wrong(rule: string): never {
    return this.fail(this.present ? rule : `is missing (it ${rule})`);
  }

  /** @throws STORE_DOCUMENT_INVALID always. */
  fail(problem: string): never {
    const { collection, id } = this.label;
    throw new EtalonError(
      'STORE_DOCUMENT_INVALID',
      `Document ${JSON.stringify(id)} of ${collection}: ${this.path === '' ? 'it' : this.path} ${problem}.`,
      { details: { collection, id, path: this.path, problem } },
    );
  }

  #object(): Readonly<Record<string, unknown>> {
    return typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value)
      ? (this.value as Record<string, unknown>)
      : this.fail('must be an object');
  }
}

function isThere(members: Readonly<Record<string, unknown>>, name: string): boolean {
  return Object.hasOwn(members, name) && members[name] !== undefined && members[name] !== null;
}
