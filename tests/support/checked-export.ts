import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ExportSamplesUseCase } from '#etalon/application/export/export-samples.use-case.js';
import { QueryReplay } from '#etalon/application/export/verify/export-replay.js';
import type { VerifyExportCommand } from '#etalon/application/export/verify/verify-export.use-case.js';
import { VerifyExportUseCase } from '#etalon/application/export/verify/verify-export.use-case.js';
import type { ExportManifest, ManifestFile } from '#etalon/domain/export/export-manifest.js';
import { schemaValidation } from '#etalon/domain/export/schema-validation.js';
import type { ExportCheck } from '#etalon/domain/export/verify/export-check.js';
import { prettyJson } from '#etalon/domain/shared/pretty-json.js';
import { DiskExportFolders } from '#etalon/infrastructure/jsonl/disk-export-folders.js';
import { AjvExportSchemas } from '#etalon/infrastructure/schemas/ajv-export-schemas.js';
import { ConfiguredDocumentSchemas } from '#etalon/infrastructure/schemas/configured-document-schemas.js';
import { DataScratchFolders } from '#etalon/infrastructure/spool/data-scratch-folders.js';
import { exportPorts } from './export-ports.js';
import { MemoryStore } from './memory-store.js';
import { digests } from './sample-factory.js';
import { inTemporaryFolder } from './temporary-folder.js';

/** Compiled once. */
const SCHEMAS = { schemas: new AjvExportSchemas(), documents: new ConfiguredDocumentSchemas('config/schemas') };

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A manifest that a test changes. */
export type EditableManifest = Omit<Mutable<ExportManifest>, 'files'> & { files: Mutable<ManifestFile>[] };

/** An export of digests on the disk, the store that it came from, and the check of it. */
export class CheckedExport {
  private constructor(
    readonly store: MemoryStore,
    readonly data: string,
    /** Where the files lie. */
    readonly folder: string,
  ) {}

  /** Exports so many digests of a store of their own. */
  static async in<T>(count: number, work: (made: CheckedExport) => Promise<T>): Promise<T> {
    return await inTemporaryFolder(async (data) => {
      const store = new MemoryStore();
      await store.digests.upsertMany(digests(count));
      const made = new CheckedExport(store, data, join(data, 'out'));
      await made.export();
      return await work(made);
    });
  }

  async export(): Promise<void> {
    const ports = { ...exportPorts(this.store, this.data), ...SCHEMAS };
    const useCase = new ExportSamplesUseCase(ports, { createdBy: 'etalon 1.2.3', defaultTimezone: 'Europe/Moscow' });
    await useCase.execute({ kind: 'digests', output: this.path('digests.jsonl') });
  }

  /** Checks the export's folder, or another one. */
  async verify(options: VerifyExportCommand = {}): Promise<ExportCheck> {
    const ports = { ...exportPorts(this.store, this.data), ...SCHEMAS };
    const replay = new QueryReplay(ports.writer, ports.schemas, ports.hasher);
    const scratch = new DataScratchFolders(this.data, ports.clock);
    const useCase = new VerifyExportUseCase({ ...ports, replay, scratch, folders: new DiskExportFolders() });
    return await useCase.execute({ folder: this.folder, ...options });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Changes the lines of the export. */
  async editLines(change: (lines: string[]) => readonly string[]): Promise<void> {
    const lines = (await readFile(this.path('digests.jsonl'), 'utf8')).trimEnd().split('\n');
    await writeFile(
      this.path('digests.jsonl'),
      change(lines)
        .map((line) => `${line}\n`)
        .join(''),
    );
  }

  async editManifest(change: (manifest: EditableManifest) => void): Promise<void> {
    const manifest = JSON.parse(await readFile(this.path('manifest.json'), 'utf8')) as EditableManifest;
    change(manifest);
    await writeFile(this.path('manifest.json'), prettyJson(manifest));
  }

  /** Makes the documents say of the lines what they are now, as somebody does who covers a change up. */
  async adoptLines(): Promise<void> {
    const lines = await readFile(this.path('digests.jsonl'), 'utf8');
    await this.editManifest((manifest) => {
      Object.assign(manifest.files[0]!, factsOf(lines));
    });
    await this.restate();
  }

  /** Puts the gzipped lines in the place of the lines, as an export with compression does. */
  async compress(): Promise<void> {
    const lines = await readFile(this.path('digests.jsonl'));
    const packed = gzipSync(lines);
    await writeFile(this.path('digests.jsonl'), packed);
    await this.editManifest(({ files: [file] }) => {
      const uncompressed = { bytes: lines.length, sha256: sha256(lines) };
      Object.assign(file!, { bytes: packed.length, sha256: sha256(packed), uncompressed });
    });
  }

  async restate(): Promise<void> {
    const manifest = JSON.parse(await readFile(this.path('manifest.json'), 'utf8')) as ExportManifest;
    await writeFile(this.path('schema_validation.json'), prettyJson(schemaValidation(manifest)));
  }
}

function factsOf(text: string): Partial<ManifestFile> {
  const lines = text.split(/(?<=\n)/);
  const blocks = Array.from({ length: Math.ceil(lines.length / 1000) }, (_, index) =>
    sha256(lines.slice(index * 1000, index * 1000 + 1000).join('')),
  );
  return { records: lines.length, bytes: Buffer.byteLength(text), sha256: sha256(text), blocks };
}

/** SHA-256 as 64 hexadecimal digits. */
export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
