import type { FileHandle } from 'node:fs/promises';
import { access, constants, lstat, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ByteSink } from './named-descriptor.js';
import { descriptorSink, namedDescriptor } from './named-descriptor.js';
import { lowestFolder, makeFolders, removeFolders } from './make-folders.js';
import { errnoOf, writeError } from './write-errors.js';
import { isLeftover, isTemporary, temporaryName } from './temporary-name.js';

/** So many bytes are sent to the disk at a time, while the next ones are made: the end has less to wait for. */
const SYNC_BYTES = 1 << 23;
const ABANDONED_AFTER_MS = 24 * 3_600_000;

/**
 * A file on its way: written under a temporary name in the folder where it will be, then put in its place whole. Devices,
 * pipes and open descriptors (`/dev/stdout`) are written straight, for nothing can be put in their place.
 */
export class StagedFile {
  #unsynced = 0;
  /** Ends with what went wrong, if anything: the system tells of it only once. */
  #syncing: Promise<unknown> = Promise.resolve();

  private constructor(
    /** Where it will be; a link that was named is followed. */
    readonly path: string,
    private readonly handle: ByteSink,
    /** `undefined` for what is written straight. */
    private readonly temporary: string | undefined,
    /** The folders that were made for the file, the lowest first. */
    private readonly madeFolders: readonly string[],
  ) {}

  /** @throws FILE_WRITE_FAILED, DISK_FULL */
  static async open(path: string): Promise<StagedFile> {
    try {
      const descriptor = await namedDescriptor(path);
      if (descriptor !== undefined) return new StagedFile(path, descriptorSink(descriptor), undefined, []);
      const target = await linkTarget(path);
      return (await isDevice(target)) ? await StagedFile.#straight(target) : await StagedFile.#beside(target);
    } catch (error) {
      throw writeError(path, error);
    }
  }

  static async #straight(path: string): Promise<StagedFile> {
    return new StagedFile(path, await open(path, 'w'), undefined, []);
  }

  static async #beside(path: string): Promise<StagedFile> {
    const madeFolders = await makeFolders(dirname(path));
    try {
      const temporary = temporaryName(path);
      const handle = await open(temporary, 'wx');
      // A folder that cannot be listed may be written all the same.
      await sweep(dirname(path), handle).catch(() => undefined);
      return new StagedFile(path, handle, temporary, madeFolders);
    } catch (error) {
      await removeFolders(madeFolders);
      throw error;
    }
  }

  /**
   * Asks the system whether a file could be written at a path, and touches nothing: the lowest folder that is there must
   * take new entries. Of a device nothing can be found out without writing to it.
   *
   * @throws FILE_WRITE_FAILED
   */
  static async assertWritable(path: string): Promise<void> {
    try {
      const target = await linkTarget(path);
      if (await StagedFile.isStraight(path)) return;
      // The dot is there in folders only.
      await access(`${await lowestFolder(dirname(target))}/.`, constants.W_OK | constants.X_OK);
    } catch (error) {
      throw writeError(path, error);
    }
  }

  /** Says whether a path leads to a device or a pipe. @throws FILE_WRITE_FAILED */
  static async isStraight(path: string): Promise<boolean> {
    try {
      return (await namedDescriptor(path)) !== undefined || (await isDevice(path));
    } catch (error) {
      throw writeError(path, error);
    }
  }

  get regular(): boolean {
    return this.temporary !== undefined;
  }

  /** Appends all of the bytes. @throws FILE_WRITE_FAILED, DISK_FULL */
  async append(bytes: Uint8Array): Promise<void> {
    try {
      let written = 0;
      while (written < bytes.length) {
        written += (await this.handle.write(bytes, written, bytes.length - written)).bytesWritten;
      }
      this.#unsynced += written;
      if (this.regular && this.#unsynced >= SYNC_BYTES) this.#startSync();
    } catch (error) {
      throw writeError(this.path, error);
    }
  }

  /** Makes the file durable and visible under its name. On failure nothing is left. @throws FILE_WRITE_FAILED, DISK_FULL */
  async commit(): Promise<undefined> {
    try {
      const failure = await this.#syncing;
      if (failure !== undefined) throw failure as Error;
      if (this.temporary !== undefined) await this.handle.sync();
      await this.handle.close();
      if (this.temporary !== undefined) await putInPlace(this.temporary, this.path);
    } catch (error) {
      await this.abort();
      throw writeError(this.path, error);
    }
  }

  /** Removes what was written and the folders made for it, as far as they are empty. Never throws for a missing file. */
  async abort(): Promise<void> {
    await this.#syncing;
    await this.handle.close().catch(() => undefined);
    if (this.temporary === undefined) return;
    await rm(this.temporary, { force: true }).catch(() => undefined);
    await removeFolders(this.madeFolders);
  }

  #startSync(): void {
    this.#unsynced = 0;
    this.#syncing = this.#syncing.then((failure) => failure ?? this.handle.datasync().catch((error: unknown) => error));
  }
}

/** What a link points to, so that the link stays; a path that is none, or points nowhere, is itself. */
async function linkTarget(path: string): Promise<string> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await realpath(path) : path;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return path;
    throw error;
  }
}

async function isDevice(path: string): Promise<boolean> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR', errno: -21 });
    return !found.isFile();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Removes what killed processes left in a folder; a file that another one removes first is no matter. */
async function sweep(folder: string, handle: FileHandle): Promise<void> {
  const { mtimeMs: now } = await handle.stat();
  const names = (await readdir(folder)).filter(isTemporary);
  await Promise.all(names.map((name) => sweepOne(join(folder, name), now)));
}

async function sweepOne(path: string, now: number): Promise<void> {
  if (isLeftover(path) || (await isAbandoned(path, now))) await rm(path, { force: true });
}

/** Processes of other systems cannot be asked about; a day without a write, by the folder's own clock, is long enough. */
async function isAbandoned(path: string, now: number): Promise<boolean> {
  try {
    return now - (await stat(path)).mtimeMs > ABANDONED_AFTER_MS;
  } catch {
    return false;
  }
}

async function putInPlace(temporary: string, path: string): Promise<void> {
  await rename(temporary, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
