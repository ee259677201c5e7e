const MOMENT = /^\/(?:created_at|started_at|updated_at|posts\/\d+\/date)$/;
const MOMENT_NAMES = new Set(['created_at', 'started_at', 'updated_at', 'date']);

/**
 * Says whether documents keep a moment there that each store has a type of its own for.
 *
 * @param path A JSON pointer.
 */
export function isMomentPlace(path: string): boolean {
  return MOMENT.test(path);
}

/** Says whether a field of that name may hold such a moment, wherever it lies: anywhere else a moment is a fault. */
export function isMomentName(name: string): boolean {
  return MOMENT_NAMES.has(name);
}
