import type { Clock } from '../../../application/ports/clock.port.js';
import type { HeldLock } from '../../../application/ports/store-lock.port.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { LEASE_MS, RENEW_EVERY_MS } from './lease-times.js';
import type { LockRecord } from './lock-record.js';
import type { LockTable } from './lock-table.js';

/** A lease while it is held: renewed in the background, checked before each batch, given back at the end. */
export class HeldLease implements HeldLock {
  #timer: NodeJS.Timeout | undefined;
  #renewing: Promise<void> | undefined;
  #expiresAt: number;
  #lost = false;

  constructor(
    private readonly table: LockTable,
    private readonly record: LockRecord,
    private readonly location: string,
    private readonly clock: Clock,
  ) {
    this.#expiresAt = record.expiresAt;
  }

  start(): void {
    this.#timer = setInterval(() => void this.#renewQuietly(), RENEW_EVERY_MS);
    this.#timer.unref();
  }

  /**
   * A lease that is fresh is trusted; an older one is renewed now, which also tells whether it is still ours.
   *
   * @throws STORE_LOCK_LOST, and what the store throws when it cannot be asked.
   */
  async assertHeld(): Promise<void> {
    const age = LEASE_MS - (this.#expiresAt - this.clock.now());
    if (!this.#lost && age >= RENEW_EVERY_MS) await this.#renew();
    if (this.#lost) {
      throw new EtalonError('STORE_LOCK_LOST', `The lock on ${this.location} is held by another process now.`, {
        details: { purpose: this.record.purpose },
      });
    }
  }

  /** Stops renewing and gives the lock back; a store that is gone lets the lease run out. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#renewing;
    await this.table.release(this.record.owner).catch(ignoreStoreFailure);
  }

  /** A failure in the background is not final: the next renewal or `assertHeld` asks again. */
  #renewQuietly(): Promise<void> {
    this.#renewing = this.#renew().catch(ignoreStoreFailure);
    return this.#renewing;
  }

  async #renew(): Promise<void> {
    const expiresAt = this.clock.now() + LEASE_MS;
    if (await this.table.renew(this.record.owner, expiresAt)) this.#expiresAt = expiresAt;
    else this.#lost = true;
  }
}

function ignoreStoreFailure(error: unknown): void {
  if (!(error instanceof EtalonError)) throw error;
}
