import type { Clock } from '../../../application/ports/clock.port.js';
import type { IdGenerator } from '../../../application/ports/id-generator.port.js';
import type { HeldLock, StoreLock } from '../../../application/ports/store-lock.port.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { toIso } from '../../../domain/time/instant.js';
import { currentProcess, isDead } from '../../system/process-identity.js';
import { HeldLease } from './held-lease.js';
import type { LockRecord } from './lock-record.js';
import type { LockTable } from './lock-table.js';
import { LEASE_MS } from './lease-times.js';

/** How often somebody else may come first before we say that the lock is taken. */
const ATTEMPTS = 5;

/** A lock that is a lease: it ends by itself when its holder's machine is gone. */
export class LeaseLock implements StoreLock {
  constructor(
    private readonly table: LockTable,
    /** Names the store in messages. */
    private readonly location: string,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async hold<T>(purpose: string, work: (held: HeldLock) => Promise<T>): Promise<T> {
    const record = await this.#acquire(purpose);
    const lease = new HeldLease(this.table, record, this.location, this.clock);
    lease.start();
    try {
      return await work(lease);
    } finally {
      await lease.end();
    }
  }

  async #acquire(purpose: string): Promise<LockRecord> {
    const owner = this.ids.next('lock');
    let holder: LockRecord | undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      holder = await this.table.read();
      if (holder !== undefined && !this.#isFree(holder)) break;
      const record = this.#record(owner, purpose);
      const won = await (holder === undefined ? this.table.insert(record) : this.table.replace(holder, record));
      if (won) return record;
    }
    throw this.#refusal(holder);
  }

  #isFree(holder: LockRecord): boolean {
    return holder.expiresAt <= this.clock.now() || isDead(holder.process);
  }

  #record(owner: string, purpose: string): LockRecord {
    const now = this.clock.now();
    return { owner, purpose, process: currentProcess(), since: now, expiresAt: now + LEASE_MS };
  }

  #refusal(holder: LockRecord | undefined): EtalonError {
    if (holder === undefined) {
      return new EtalonError('STORE_LOCKED', `Several processes want to write ${this.location} at once.`);
    }
    const { host, pid } = holder.process;
    const since = toIso(holder.since);
    return new EtalonError(
      'STORE_LOCKED',
      `Process ${pid} on ${host} has been writing to ${this.location} (${holder.purpose}) since ${since}.`,
      { details: { host, pid, since, purpose: holder.purpose } },
    );
  }
}
