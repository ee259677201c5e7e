import { readFile, readdir } from 'node:fs/promises';
import { expect } from 'chai';
import { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import { ConfiguredDocumentSchemas } from '#etalon/infrastructure/schemas/configured-document-schemas.js';
import { compileSchema } from '#etalon/infrastructure/schemas/schema-compiler.js';

describe('ConfiguredDocumentSchemas', () => {
  it('tells manifests from other things', async () => {
    const documents = new ConfiguredDocumentSchemas('config/schemas');
    expect(await documents.check('export-manifest', undefined)).to.have.length(1);
    expect((await documents.check('export-manifest', {}))[0]?.rule).to.contain('schema_version');
  });
});

describe('config/schemas', () => {
  it('compiles, each with an id of its own and a version', async () => {
    const ids = new Set<unknown>();
    const files = (await readdir('config/schemas')).filter((name) => name.endsWith('.schema.json'));
    for (const file of files) {
      const schema = JSON.parse(await readFile(`config/schemas/${file}`, 'utf8')) as Record<string, unknown>;
      compileSchema(schema);
      expect(schema['$id'], file).to.contain(`:${file.replace('.schema.json', '')}:${String(schema['version'])}`);
      ids.add(schema['$id']);
    }
    expect(ids.size).to.equal(files.length);
  });

  it('describes the errors that commands print', async () => {
    const text = await readFile('config/schemas/error.schema.json', 'utf8');
    const check = compileSchema(JSON.parse(text) as Record<string, unknown>);
    const { code, message, details, hint, exitCode } = new EtalonError('EXPORT_EMPTY', 'Nothing');
    expect(check({ error: { code, message, details, hint, exit_code: exitCode } })).to.deep.equal([]);
  });
});
