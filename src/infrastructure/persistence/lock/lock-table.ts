import type { Instant } from '../../../domain/time/instant.js';
import type { LockRecord } from './lock-record.js';

/** The one place of a store where its lock is written; each change happens whole or not at all. */
export interface LockTable {
  read(): Promise<LockRecord | undefined>;
  /** Writes when nothing is there; says whether it did. */
  insert(record: LockRecord): Promise<boolean>;
  /** Writes when what is there is still what was seen; says whether it did. */
  replace(seen: LockRecord, record: LockRecord): Promise<boolean>;
  /** Moves the end of the owner's lease; `false` when the lock is somebody else's by now. */
  renew(owner: string, expiresAt: Instant): Promise<boolean>;
  /** Removes the lock when it is the owner's. */
  release(owner: string): Promise<void>;
}
