import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { ExportManifest, ManifestFile } from '../../../domain/export/export-manifest.js';
import type { ExportCheck, FileCheck } from '../../../domain/export/verify/export-check.js';
import type { ExportFolderContent } from '../../ports/export-folders.port.js';
import type { Store } from '../../ports/store.port.js';
import { checkDataset, checkValidation, validationContradiction, withoutManifest } from './check-documents.js';
import { checkFile } from './check-file.js';
import { queryOf } from './export-replay.js';
import { newestExport } from './newest-export.js';
import { readExportManifest } from './read-export-manifest.js';
import { runTwice } from './run-twice.js';
import type { VerifyExportPorts } from './verify-export.ports.js';

/** What to check; nothing of it is changed. */
export interface VerifyExportCommand {
  /** The export's folder; else the newest one in the data folder. */
  readonly folder?: string;
  /** Compare each line, and the data set's hashes, with the store. */
  readonly againstStore?: boolean;
  /** Run each file's query two times and compare the bytes. */
  readonly twice?: boolean;
  readonly signal?: AbortSignal;
}

const NO_STORE = 'Name the folder of the store with --data-dir, or check the files alone.';

/** An export that ends while it is checked leaves another manifest: then it is checked again. */
const ATTEMPTS = 3;

interface Round extends VerifyExportCommand {
  readonly folder: string;
  readonly content: ExportFolderContent;
  readonly manifest: ExportManifest;
  readonly store: Store | undefined;
}

/**
 * Checks an export from what lies on the disk: sizes, hashes, numbers of records, the schema of each line, order,
 * duplicates; against the store, each line and the data set's hashes; and two runs in a row. One pass over each file, in
 * memory that grows by a few bytes a record.
 *
 * Errors: EXPORT_NOT_FOUND, EXPORT_MANIFEST_INVALID, EXPORT_FILE_UNSAFE, EXPORT_EMPTY without a store, FILE_READ_FAILED,
 * INTERRUPTED, and those of the store. What is wrong with the files is no error but the result.
 */
export class VerifyExportUseCase {
  constructor(private readonly ports: VerifyExportPorts) {}

  async execute(command: VerifyExportCommand): Promise<ExportCheck> {
    return await this.ports.tracer.span('export.verify', {}, () => this.#verify(command));
  }

  async #verify(command: VerifyExportCommand): Promise<ExportCheck> {
    const folder = command.folder ?? (await newestExport(this.ports.paths));
    const asked = command.againstStore === true || command.twice === true;
    const store = asked ? await this.#store() : undefined;
    for (let attempt = 1; ; attempt += 1) {
      const content = await this.#look(folder);
      const check = await this.#checkContent({ ...command, folder }, content, store);
      if (check.ok || attempt === ATTEMPTS) return check;
      if ((await this.#look(folder)).manifest === content.manifest) return check;
    }
  }

  async #store(): Promise<Store> {
    const store = await this.ports.stores.openExisting();
    if (store === undefined)
      throw new EtalonError('EXPORT_EMPTY', 'There is no store to check against', { hint: NO_STORE });
    return store;
  }

  async #look(folder: string): Promise<ExportFolderContent> {
    const content = await this.ports.folders.look(folder);
    if (content === undefined) throw notFound(`There is no folder ${folder}`, folder);
    const { manifest, validation, dataFiles, leftovers } = content;
    if (manifest !== null || validation !== null || dataFiles.length > 0 || leftovers.length > 0) return content;
    throw notFound(`${folder} holds no export`, folder);
  }

  async #checkContent(
    command: VerifyExportCommand & { readonly folder: string },
    content: ExportFolderContent,
    store: Store | undefined,
  ): Promise<ExportCheck> {
    const { folder } = command;
    const { leftovers, manifest: text } = content;
    if (text === null) return { folder, ok: false, files: [withoutManifest()], leftovers };
    const manifest = await readExportManifest(this.ports.documents, `${folder}/manifest.json`, text);
    const files = await this.#checkFiles({ ...command, content, manifest, store });
    return { folder, ok: files.every(({ problem }) => problem === null), files, leftovers };
  }

  async #checkFiles(round: Round): Promise<readonly FileCheck[]> {
    const { manifest, store, againstStore, signal } = round;
    const files = await this.#checkSet(manifest.files, round);
    if (store === undefined || againstStore !== true) return files;
    const dataset = await checkDataset(store, manifest, this.ports.hasher, signal);
    return dataset === undefined ? files : [...files, dataset];
  }

  /** The files that the manifest lists, and what was written just before it. */
  async #checkSet(listed: readonly ManifestFile[], round: Round): Promise<readonly FileCheck[]> {
    const { validation, leftovers } = round.content;
    const contradiction = validationContradiction(round.manifest, validation);
    const interrupted = leftovers.length > 0 || contradiction !== undefined;
    const files: FileCheck[] = [];
    for (const file of listed) files.push(await this.#checkFile(round, file, interrupted));
    if (contradiction === undefined) return files;
    const cutOff = leftovers.length > 0 || files.some(({ problem }) => problem?.kind === 'interrupted');
    return [...files, checkValidation(contradiction, validation, cutOff)];
  }

  async #checkFile(round: Round, file: ManifestFile, interrupted: boolean): Promise<FileCheck> {
    const { folder, manifest, store, againstStore, twice, signal } = round;
    const query = queryOf(manifest, file);
    const against = againstStore === true ? store : undefined;
    const task = { folder, file, query, against, interrupted, signal };
    const { problem, records, sha256 } = await checkFile(this.ports, task);
    const { path } = file;
    if (store === undefined || twice !== true) return { path, records, problem, twice: null };
    const runs = await runTwice(this.ports, { store, query, file, onDisk: sha256, signal });
    return { path, records, problem: problem ?? runs.problem, twice: runs.twice };
  }
}

function notFound(message: string, folder: string): EtalonError {
  return new EtalonError('EXPORT_NOT_FOUND', message, { details: { folder } });
}
