import type { Alias, Document } from 'yaml';
import { LineCounter, parseDocument, visit } from 'yaml';

/** A fault of a YAML file and where it stands, line and column from 1. */
export interface YamlFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A YAML text: what it holds, or why it cannot be read. */
export interface YamlReading {
  readonly content: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
  /** None when `content` can be used; then no alias dangles, holds itself, or multiplies beyond measure. */
  readonly faults: readonly YamlFault[];
}

/** The library quotes what it cannot read, however long that is. */
const LONGEST_MESSAGE = 200;

/** How many nodes aliases may repeat altogether: more is an attack. */
const MOST_REPEATED = 100;

/** Reads YAML text of any origin; never throws for what is in it. */
export function readYaml(text: string): YamlReading {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const faults = [...syntaxFaults(document, lines), ...aliasFaults(document, lines)];
    if (faults.length > 0) return { content: undefined, document, lines, faults };
    return { ...contentOf(document, lines), document, lines };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const faults = [{ line: 1, column: 1, message: 'is nested too deeply' }];
    return { content: undefined, document: parseDocument(''), lines, faults };
  }
}

function syntaxFaults(document: Document, lines: LineCounter): readonly YamlFault[] {
  return [...document.errors, ...document.warnings].map(({ pos, message }) =>
    faultAt(lines, pos[0], (message.split('\n')[0] ?? message).slice(0, LONGEST_MESSAGE)),
  );
}

function aliasFaults(document: Document, lines: LineCounter): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Alias: (_key, alias, path) => {
      const target = alias.resolve(document);
      const name = `alias *${alias.source}`;
      if (target === undefined) faults.push(faultAt(lines, startOf(alias), `${name} has no anchor before it`));
      else if (path.includes(target))
        faults.push(faultAt(lines, startOf(alias), `${name} stands inside its own anchor`));
    },
  });
  return faults;
}

/** The library counts what aliases repeat, and says so by a `ReferenceError`. */
function contentOf(document: Document, lines: LineCounter): Pick<YamlReading, 'content' | 'faults'> {
  try {
    return { content: document.toJS({ maxAliasCount: MOST_REPEATED }), faults: [] };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { content: undefined, faults: [faultAt(lines, firstAlias(document), 'aliases repeat too much')] };
  }
}

function firstAlias(document: Document): number {
  let start = 0;
  visit(document, {
    Alias: (_key, alias) => {
      start = startOf(alias);
      return visit.BREAK;
    },
  });
  return start;
}

function startOf(alias: Alias): number {
  return alias.range?.[0] ?? 0;
}

function faultAt(lines: LineCounter, offset: number, message: string): YamlFault {
  const { line, col } = lines.linePos(offset);
  return { line, column: col, message };
}
