import { EtalonError } from '../domain/errors/etalon-error.js';
import { TimeZone } from '../domain/time/time-zone.js';

/**
 * The time zone of a name that came from elsewhere.
 *
 * @param fault - the code for a name that is none: whose fault it is depends on where the name came from.
 * @throws `fault`
 */
export function zoneNamed(name: string, fault: 'USAGE' | 'STORE_DOCUMENT_INVALID'): TimeZone {
  const zone = TimeZone.named(name);
  if (zone !== undefined) return zone;
  throw new EtalonError(fault, `No time zone is called "${name}".`, {
    hint: 'Use a name of the IANA database, such as Europe/Moscow.',
    details: { timezone: name },
  });
}
