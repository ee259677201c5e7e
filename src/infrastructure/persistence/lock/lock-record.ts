import type { Instant } from '../../../domain/time/instant.js';
import type { ProcessIdentity } from '../../system/process-identity.js';

/** Who holds the lock, why, and until when. */
export interface LockRecord {
  readonly owner: string;
  readonly purpose: string;
  readonly process: ProcessIdentity;
  readonly since: Instant;
  /** The end of the lease. */
  readonly expiresAt: Instant;
}
