import type { Instant } from '../../../domain/time/instant.js';

/** Which process it is, so that neither a recycled process id nor another machine of the same name is taken for it. */
export interface ProcessIdentity {
  readonly host: string;
  /** Names the running system: processes can be looked up only from inside the same one. Empty when it has no name. */
  readonly machine: string;
  readonly pid: number;
  /** When the process started, in the system's own unit; `null` when it does not say. */
  readonly startedAt: string | null;
}

/** Who holds the lock, why, and until when. */
export interface LockRecord {
  readonly owner: string;
  readonly purpose: string;
  readonly process: ProcessIdentity;
  readonly since: Instant;
  /** The end of the lease. */
  readonly expiresAt: Instant;
}
