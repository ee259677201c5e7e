/** The right to write a store, held by one process at a time. */
export interface StoreLock {
  /**
   * Runs `work` while holding the lock; the lease (30 s) is renewed meanwhile. A lock that a dead process of this machine
   * left is taken over at once, one of another machine when its lease ends. `work` calls `assertHeld` before each batch.
   *
   * @throws STORE_LOCKED when a living process holds it, with its host, process id and since when;
   *   STORE_LOCK_LOST from `assertHeld` when the lease could not be renewed in time.
   */
  hold<T>(purpose: string, work: (held: HeldLock) => Promise<T>): Promise<T>;
}

export interface HeldLock {
  assertHeld(): Promise<void>;
}
