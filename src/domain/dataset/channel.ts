/** A channel's handle as documents carry it: "@name" in lower case. */
export type Channel = string & { readonly __channel: unique symbol };

const HANDLE = /^[a-z][a-z0-9_]{3,31}$/;

/** Reads a handle with or without its "@", in any case; `undefined` when it is none. */
export function parseChannel(text: string): Channel | undefined {
  const handle = text.replace(/^@/, '').toLowerCase();
  return HANDLE.test(handle) ? (`@${handle}` as Channel) : undefined;
}
