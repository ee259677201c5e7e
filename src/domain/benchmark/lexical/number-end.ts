const GROUP = 3;
const SPACES = new Set(Array.from(' \u00a0\u2009\u202f', (space) => space.charCodeAt(0)));
const SEPARATORS = new Set(Array.from('.,:', (mark) => mark.charCodeAt(0)));
const ISO_DATE = /^\d{4}-\d\d-\d\d$/;
const ISO_LENGTH = 10;
const YEAR_LENGTH = 4;
const [ZERO, NINE, HYPHEN] = [0x30, 0x39, 0x2d];
const NOTHING = 0;

/** Where a number ends that begins at a place: "1 200 000", "8,9", "05.11.2024", "2024-11-05", "12:30". */
export function numberEnd(text: string, start: number): number {
  let end = isoDateEnd(text, start) ?? groupsEnd(text, start, digitsEnd(text, start));
  while (SEPARATORS.has(unitAt(text, end)) && isDigit(unitAt(text, end + 1))) end = digitsEnd(text, end + 1);
  return end;
}

function isoDateEnd(text: string, start: number): number | undefined {
  if (unitAt(text, start + YEAR_LENGTH) !== HYPHEN) return undefined;
  return ISO_DATE.test(text.slice(start, start + ISO_LENGTH)) ? start + ISO_LENGTH : undefined;
}

/** Up to three digits may go on with groups of a space and just three digits: "1 200". */
function groupsEnd(text: string, start: number, firstEnd: number): number {
  let end = firstEnd;
  while (firstEnd - start <= GROUP && SPACES.has(unitAt(text, end))) {
    const next = digitsEnd(text, end + 1);
    if (next - end - 1 !== GROUP) break;
    end = next;
  }
  return end;
}

function digitsEnd(text: string, start: number): number {
  let end = start;
  while (isDigit(unitAt(text, end))) end++;
  return end;
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

function unitAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : NOTHING;
}
