import { join } from 'node:path';
import { expect } from 'chai';
import { ListExportSchemasUseCase } from '#etalon/application/export/list-export-schemas.use-case.js';
import { AtomicFilePublisher } from '#etalon/infrastructure/files/atomic-file-publisher.js';
import { AjvExportSchemas } from '#etalon/infrastructure/schemas/ajv-export-schemas.js';
import { inTemporaryFolder } from '../../../support/temporary-folder.js';

describe('ListExportSchemasUseCase', () => {
  it('compares with the strongest snapshot that there is, and misses one that is not', async () => {
    await inTemporaryFolder(async (folder) => {
      const [schemas, publisher] = [new AjvExportSchemas(), new AtomicFilePublisher()];
      const [strong, weak] = [join(folder, 'strong'), join(folder, 'weak')];
      const { file, text } = schemas.of('digests');
      await publisher.publish(join(weak, file), text);
      const list = new ListExportSchemasUseCase(schemas, publisher, [strong, weak]);
      const seen = async (): Promise<unknown> => (await list.execute()).map(({ snapshot, same }) => [snapshot, same]);
      expect(await seen()).to.deep.equal([
        [join(weak, file), true],
        [null, false],
      ]);
      await publisher.publish(join(strong, file), text.replace('"minLength": 1', '"minLength": 2'));
      expect((await list.execute())[0]?.difference).to.deep.include({
        ...{ field: '/properties/sample_id/minLength', file: '2', store: '1' },
      });
      await publisher.publish(join(strong, file), `${text} `);
      expect(await seen()).to.deep.equal([
        [join(strong, file), false],
        [null, false],
      ]);
    });
  });
});
