/** What the reader wants at a place of the file; places without a node are checked and passed over. */
export interface JsonPathNode<Role extends string> {
  readonly role: Role;
  /** What must stand there. */
  readonly expect: 'object' | 'array' | 'any';
  /** Read as a whole and handed on. */
  readonly whole?: true;
  /** Members by key; `*` stands for every element of an array. Not with `whole`. */
  readonly children?: Readonly<Record<string, JsonPathNode<Role>>>;
}

/** Told what the walker meets, in the order of the file. Offsets count bytes from the file's start. */
export interface JsonVisitor<Role extends string> {
  opened(role: Role, offset: number): void;
  closed(role: Role): void;
  /** A value that was asked for as a whole; `undefined` when its role is passed over. */
  value(role: Role, value: unknown, offset: number): void;
}
