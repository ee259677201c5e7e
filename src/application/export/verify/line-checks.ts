import type { ExportDocument } from '../../../domain/export/export-document.js';
import type { LineFault } from '../../../domain/export/verify/file-problem.js';
import { FingerprintSet } from '../../../domain/export/verify/fingerprint-set.js';
import type { AskedFields } from '../../../domain/export/verify/query-fault.js';
import { queryFault } from '../../../domain/export/verify/query-fault.js';
import type { StoredQuery } from '../../../domain/export/verify/stored-query.js';
import { compareUtf8 } from '../../../domain/shared/compare-utf8.js';
import { parseJson } from '../../../domain/shared/parse-json.js';
import { fromIso } from '../../../domain/time/instant.js';
import type { TextLine } from '../../ports/export-folders.port.js';
import type { ExportSchema } from '../../ports/export-schemas.port.js';
import type { Hasher } from '../../ports/hasher.port.js';
import type { ProgressTask } from '../../ports/progress.port.js';
import type { LineObserver } from './line-cursor.js';

const MOST_QUOTED = 200;

/** What the manifest says of a file's lines. */
export interface StatedFile {
  readonly query: StoredQuery;
  /** Ids of records that were left out. */
  readonly skipped: ReadonlySet<string>;
}

/** A line that fits the schema. */
type CheckedLine = AskedFields & { readonly sample_id: string };

/**
 * Looks at the lines of an export one after another: each fits the schema, `(timestamp, sample_id)` grows, no id stands
 * twice, and the manifest's query can have found it. Of all lines only their ids are kept, as 64-bit fingerprints
 * (`FingerprintSet` says what that takes).
 */
export class LineChecks implements LineObserver {
  readonly #ids = new FingerprintSet();
  #before: { readonly timestamp: string; readonly id: string } | undefined;
  #fault: LineFault | null = null;

  constructor(
    private readonly schema: ExportSchema,
    private readonly stated: StatedFile,
    private readonly hasher: Hasher,
    private readonly progress: ProgressTask,
  ) {}

  /** The first fault; lines behind it are not looked at. */
  get fault(): LineFault | null {
    return this.#fault;
  }

  advance(lines: number): void {
    this.progress.advance(lines);
  }

  check(line: TextLine): void {
    this.#fault ??= this.#schemaFault(line) ?? null;
  }

  #schemaFault({ line, text, valid }: TextLine): LineFault | undefined {
    if (!valid) return fault('schema', line, 'the bytes are not UTF-8');
    const document = parseJson(text);
    if (document === undefined) return fault('schema', line, 'the line is not JSON');
    const [broken] = this.schema.check(document as ExportDocument);
    if (broken !== undefined) return fault('schema', line, `${broken.path || 'the record'} ${broken.rule}`);
    return this.#recordFault(line, document as unknown as CheckedLine);
  }

  #recordFault(line: number, record: CheckedLine): LineFault | undefined {
    const place = this.#placeFault(line, record);
    if (place !== undefined) return place;
    const contradiction = queryFault(this.stated.query, record) ?? this.#leftOut(record);
    return contradiction === undefined ? undefined : fault('manifest_differs', line, contradiction);
  }

  #leftOut({ sample_id: id }: CheckedLine): string | undefined {
    return this.stated.skipped.has(id) ? `sample_id ${id} is in the manifest's list of what was left out` : undefined;
  }

  /** Timestamps have one form, so their text compares as their moments do. */
  #placeFault(line: number, { sample_id: id, timestamp }: CheckedLine) {
    if (fromIso(timestamp) === undefined) return fault('schema', line, '/timestamp is no moment that exists');
    const before = this.#before;
    this.#before = { timestamp, id };
    if (!this.#ids.add(this.hasher.hash(id))) return fault('duplicate', line, `sample_id ${id} stands twice`);
    if (before === undefined || before.timestamp < timestamp) return undefined;
    if (before.timestamp === timestamp && compareUtf8(before.id, id) < 0) return undefined;
    return fault('order', line, `${timestamp} ${id} comes after ${before.timestamp} ${before.id}`);
  }
}

function fault(kind: LineFault['kind'], line: number, message: string): LineFault {
  return { kind, line, message: message.slice(0, MOST_QUOTED) };
}
