import { join } from 'node:path';
import { ContainerModule } from 'inversify';
import { SampleSpotcheckUseCase } from '../../application/dataset/spotcheck/sample-spotcheck.use-case.js';
import { SignSpotcheckUseCase } from '../../application/dataset/spotcheck/sign-spotcheck.use-case.js';
import { ExportSamplesUseCase } from '../../application/export/export-samples.use-case.js';
import { ListExportSchemasUseCase } from '../../application/export/list-export-schemas.use-case.js';
import { TimeZone } from '../../domain/time/time-zone.js';
import { PACKAGE_CONFIG_DIR } from '../../infrastructure/config/load-settings.js';
import { packageVersion } from '../package-version.js';
import { TOKENS } from '../tokens.js';

const { stores, publisher, paths, hasher, clock, metrics, tracer, progress, logger, textTools } = TOKENS;
const { outputGuard, folderLock, exportWriter, exportSchemas, documentSchemas } = TOKENS;

/** Exports and spot checks. */
export const exportModule = new ContainerModule(({ bind }) => {
  bind(exportWriter)
    .toResolvedValue(async () => {
      const { JsonlExportWriter } = await import('../../infrastructure/jsonl/export-writer.js');
      return new JsonlExportWriter();
    })
    .inSingletonScope();
  bind(exportSchemas)
    .toResolvedValue(async () => {
      const { AjvExportSchemas } = await import('../../infrastructure/schemas/ajv-export-schemas.js');
      return new AjvExportSchemas();
    })
    .inSingletonScope();
  bind(documentSchemas)
    .toResolvedValue(async () => {
      const { ConfiguredDocumentSchemas } = await import('../../infrastructure/schemas/configured-document-schemas.js');
      return new ConfiguredDocumentSchemas(join(PACKAGE_CONFIG_DIR, 'schemas'));
    })
    .inSingletonScope();
  bind(TOKENS.exportSamples).toResolvedValue(
    (
      stores,
      writer,
      schemas,
      documents,
      publisher,
      paths,
      guard,
      folderLock,
      hasher,
      clock,
      metrics,
      tracer,
      progress,
      logger,
    ) =>
      new ExportSamplesUseCase(
        {
          ...{ stores, writer, schemas, documents, publisher, paths, guard, folderLock },
          ...{ hasher, clock, metrics, tracer, progress, logger },
        },
        { createdBy: `etalon ${packageVersion()}`, defaultTimezone: TimeZone.moscow().name },
      ),
    [
      ...([stores, exportWriter, exportSchemas, documentSchemas, publisher, paths, outputGuard, folderLock] as const),
      ...([hasher, clock, metrics, tracer, progress, logger] as const),
    ],
  );
  bind(TOKENS.listExportSchemas).toResolvedValue(
    (schemas, publisher, { configDirs }) => {
      const folders = configDirs.map((folder) => join(folder, 'schemas'));
      return new ListExportSchemasUseCase(schemas, publisher, folders);
    },
    [exportSchemas, publisher, TOKENS.settings],
  );
  bind(TOKENS.sampleSpotcheck).toResolvedValue(
    (stores, paths, publisher, documents, hasher, folderLock, textTools) =>
      new SampleSpotcheckUseCase({ stores, paths, publisher, documents, hasher, folderLock, textTools }),
    [stores, paths, publisher, documentSchemas, hasher, folderLock, textTools],
  );
  bind(TOKENS.signSpotcheck).toResolvedValue(
    (stores, paths, publisher, documents, hasher, folderLock, clock) =>
      new SignSpotcheckUseCase({ stores, paths, publisher, documents, hasher, folderLock, clock }),
    [stores, paths, publisher, documentSchemas, hasher, folderLock, clock],
  );
});
