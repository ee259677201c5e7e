import type { ExportSchema } from '../../application/ports/export-schemas.port.js';
import type { SampleLine, SampleReading } from '../../application/ports/sample-files.port.js';
import type { SampleKind } from '../../domain/dataset/sample.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { ExportDocument } from '../../domain/export/export-document.js';
import { fromIso } from '../../domain/time/instant.js';
import type { ExportLine } from './export-line.mapper.js';
import { toRecord } from './export-line.mapper.js';
import type { RawLine } from './line-reader.js';
import { LineReader, LineTooLongError } from './line-reader.js';
import { readFailure } from './read-failure.js';

const MOST_QUOTED = 200;

/** Stores change ids with these, so that two samples could become one. */
const NOT_STORABLE = /[\0\p{Surrogate}]/u;

const NAMES: Readonly<Record<SampleKind, string>> = { digests: 'digests', review_reports: 'review reports' };

/** One pass over a file of samples. An empty line is a fault like any other, except for none at all after the last. */
export class JsonlSampleReading implements SampleReading {
  readonly #reader: LineReader;

  constructor(
    private readonly path: string,
    private readonly kind: SampleKind,
    private readonly schema: ExportSchema,
  ) {
    this.#reader = new LineReader(path);
  }

  async *[Symbol.asyncIterator](): AsyncIterator<SampleLine> {
    try {
      for await (const group of this.#reader.lines())
        for (const raw of group) yield { line: raw.line, record: this.#parse(raw) };
    } catch (error) {
      if (error instanceof LineTooLongError) throw this.#invalid(error.line, error.message);
      throw readFailure(this.path, error);
    }
  }

  sha256(): string {
    return this.#reader.sha256();
  }

  #parse(raw: RawLine) {
    const document = this.#json(raw);
    const [fault] = this.schema.check(document as ExportDocument);
    if (fault !== undefined) throw this.#misfit(raw.line, document, `${fault.path || 'the line'} ${fault.rule}`);
    const line = document as ExportLine;
    if (fromIso(line.timestamp) === undefined) throw this.#invalid(raw.line, '/timestamp is no moment that exists');
    if (NOT_STORABLE.test(line.sample_id))
      throw this.#invalid(raw.line, '/sample_id holds a NUL or half of a surrogate pair, which stores do not keep');
    return toRecord(line, this.kind);
  }

  /** A whole export of the other kind is a wrong choice of files, no fault of a line. */
  #misfit(line: number, document: unknown, fault: string): EtalonError {
    const own = kindOf(document);
    if (own === undefined || own === this.kind) return this.#invalid(line, fault);
    const message = `${this.path} holds ${NAMES[own]}, and the scenario is for ${NAMES[this.kind]} (line ${line}: ${fault}).`;
    const hint = 'Choose a scenario for that kind of data (`etalon benchmark scenarios`), or another --dataset.';
    const details = { path: this.path, line, problem: fault, kind: this.kind, found: own };
    return new EtalonError('BENCHMARK_DATASET_INVALID', message, { details, hint });
  }

  #json({ line, text }: RawLine): unknown {
    if (text === undefined) throw this.#invalid(line, 'its bytes are not UTF-8');
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      throw this.#invalid(line, error instanceof Error ? error.message : String(error));
    }
  }

  #invalid(line: number, problem: string): EtalonError {
    const what = problem.slice(0, MOST_QUOTED);
    return new EtalonError('BENCHMARK_DATASET_INVALID', `${this.path}, line ${line}: ${what}`, {
      details: { path: this.path, line, problem: what, kind: this.kind },
    });
  }
}

/** Told by what only lines of one kind have. */
function kindOf(document: unknown): SampleKind | undefined {
  const metadata = (document as Partial<ExportLine> | null)?.metadata;
  if (typeof metadata !== 'object') return undefined;
  if (Object.hasOwn(metadata, 'posts_count')) return 'digests';
  return Object.hasOwn(metadata, 'passes_count') ? 'review_reports' : undefined;
}
