import { readFile } from 'node:fs/promises';
import { compileSchema } from '#etalon/infrastructure/schemas/schema-compiler.js';

/** Where a document breaks one of the schemas under `config/schemas/`. */
export async function schemaFaults(schema: string, document: unknown): Promise<readonly unknown[]> {
  const text = await readFile(`config/schemas/${schema}.schema.json`, 'utf8');
  return compileSchema(JSON.parse(text) as Readonly<Record<string, unknown>>)(document);
}
