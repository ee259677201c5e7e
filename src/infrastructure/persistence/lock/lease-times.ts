/** How long a lock lives without renewal, in milliseconds. */
export const LEASE_MS = 30_000;

/** How often it is renewed, in milliseconds. */
export const RENEW_EVERY_MS = 10_000;
