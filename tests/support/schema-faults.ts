import { readFile } from 'node:fs/promises';
import { compileSchema } from '#etalon/infrastructure/schemas/schema-compiler.js';

/** What is wrong with a document by the shipped schema of that name; nothing for one that fits. */
export async function schemaFaults(schema: string, document: unknown): Promise<readonly unknown[]> {
  const text = await readFile(`config/schemas/${schema}.schema.json`, 'utf8');
  return compileSchema(JSON.parse(text) as Readonly<Record<string, unknown>>)(document);
}
