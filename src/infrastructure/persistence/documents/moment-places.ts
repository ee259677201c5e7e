const MOMENT = /^\/(?:created_at|started_at|updated_at|posts\/\d+\/date)$/;

/**
 * Says whether documents keep a moment there that each store has a type of its own for.
 *
 * @param path A JSON pointer.
 */
export function isMomentPlace(path: string): boolean {
  return MOMENT.test(path);
}
