const CLOSER: ReadonlyMap<string, string> = new Map([
  ['«', '»'],
  ['„', '“'],
  ['“', '”'],
  ['(', ')'],
  ['[', ']'],
]);
const MARK = /[«»„“”()[\]"]/gu;
const NONE = new Uint8Array(0);
/** Deeper than any real text nests; keeps hostile runs of opening marks linear. */
const DEEPEST = 8;

interface OpenMark {
  readonly at: number;
  readonly closer: string;
}

/**
 * For every position between characters, 0…length, whether it lies inside quotation marks or brackets that are
 * closed on the same line; a mark without its partner encloses nothing. Most lines have no mark, and their answer is
 * empty.
 */
export function enclosedPositions(line: string): Uint8Array {
  MARK.lastIndex = 0;
  return MARK.test(line) ? positionsBetweenMarks(line) : NONE;
}

function positionsBetweenMarks(line: string): Uint8Array {
  const inside = new Uint8Array(line.length + 1);
  let open: readonly OpenMark[] = [];
  MARK.lastIndex = 0;
  while (MARK.test(line)) {
    const at = MARK.lastIndex - 1;
    const mark = line.charAt(at);
    const partner = open.findLastIndex(({ closer }) => closer === mark);
    if (partner >= 0) {
      inside.fill(1, (open[partner]?.at ?? at) + 1, at + 1);
      open = open.slice(0, partner);
    } else open = opened(open, mark, at);
  }
  return inside;
}

function opened(open: readonly OpenMark[], mark: string, at: number): readonly OpenMark[] {
  const closer = mark === '"' ? '"' : CLOSER.get(mark);
  return closer === undefined ? open : [...open.slice(1 - DEEPEST), { at, closer }];
}
