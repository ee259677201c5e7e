import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentName, DocumentSchemas } from '../../application/ports/document-schemas.port.js';
import type { SchemaFault } from '../../application/ports/export-schemas.port.js';
import type { SchemaCheck } from './schema-compiler.js';
import { compileSchema } from './schema-compiler.js';

/** Reads the schemas that ship with the package, each when it is first asked for. */
export class ConfiguredDocumentSchemas implements DocumentSchemas {
  readonly #compiled = new Map<DocumentName, Promise<SchemaCheck>>();

  /** @param folder the package's `config/schemas`. */
  constructor(private readonly folder: string) {}

  async check(name: DocumentName, document: unknown): Promise<readonly SchemaFault[]> {
    const known = this.#compiled.get(name) ?? this.#compile(name);
    this.#compiled.set(name, known);
    return (await known)(document);
  }

  async #compile(name: DocumentName): Promise<SchemaCheck> {
    const text = await readFile(join(this.folder, `${name}.schema.json`), 'utf8');
    return compileSchema(JSON.parse(text) as Readonly<Record<string, unknown>>);
  }
}
