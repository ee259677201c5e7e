/** The right to change the files of one folder together, held by one at a time. */
export interface FolderLock {
  /**
   * Runs `work` while holding the folder; waits a while for others that hold it. What a process that was killed left is
   * taken over. A missing folder is made, and goes again when nothing was put into it.
   *
   * @throws FOLDER_LOCKED when somebody else keeps it, FILE_WRITE_FAILED, DISK_FULL, and what `work` throws.
   */
  hold<T>(folder: string, work: () => Promise<T>): Promise<T>;
}
