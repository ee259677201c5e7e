/** Folders for work whose files nobody keeps. */
export interface ScratchFolders {
  /**
   * Runs `work` with a folder of its own, which is gone afterwards; what killed processes left is swept first.
   *
   * @throws DATA_DIR_UNUSABLE, DISK_FULL, and what `work` throws.
   */
  use<T>(work: (folder: string) => Promise<T>): Promise<T>;
}
