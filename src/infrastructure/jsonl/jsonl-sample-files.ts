import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, basename } from 'node:path';
import type { ExportSchemas } from '../../application/ports/export-schemas.port.js';
import type {
  PickedSample,
  SampleFileFacts,
  SampleFiles,
  SampleReading,
} from '../../application/ports/sample-files.port.js';
import type { ExportedAs } from '../../domain/benchmark/benchmark-run.js';
import type { SampleKind } from '../../domain/dataset/sample.js';
import type { ExportRecord } from '../../domain/export/export-record.js';
import { JsonlSampleReading } from './jsonl-sample-reading.js';
import { readFailure } from './read-failure.js';

/** So many records are held at a time. */
const PICKED_TOGETHER = 1000;
const NOTHING_KNOWN: SampleFileFacts = { dataset: null, timezone: null, sha256: null, exported: null };

/** Data sets as exports write them: JSON lines, each checked against the export's schema, a manifest beside them. */
export class JsonlSampleFiles implements SampleFiles {
  constructor(private readonly schemas: ExportSchemas) {}

  read(path: string, kind: SampleKind): SampleReading {
    return new JsonlSampleReading(path, kind, this.schemas.of(kind));
  }

  async *pick(path: string, kind: SampleKind, positions: readonly number[]): AsyncGenerator<PickedSample> {
    for (let start = 0; start < positions.length; start += PICKED_TOGETHER) {
      const wanted = positions.slice(start, start + PICKED_TOGETHER);
      const found = await this.#found(path, kind, new Set(wanted));
      for (const position of wanted) {
        const record = found.get(position);
        if (record !== undefined) yield { position, record };
      }
    }
  }

  async fingerprint(path: string): Promise<string> {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true }).catch((error: unknown) => {
      throw readFailure(path, error);
    });
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  }

  async sha256(path: string): Promise<string> {
    const hash = createHash('sha256');
    try {
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    } catch (error) {
      throw readFailure(path, error);
    }
    return hash.digest('hex');
  }

  async #found(
    path: string,
    kind: SampleKind,
    wanted: ReadonlySet<number>,
  ): Promise<ReadonlyMap<number, ExportRecord>> {
    const found = new Map<number, ExportRecord>();
    let position = 0;
    for await (const { record } of this.read(path, kind)) {
      if (wanted.has(position)) found.set(position, record);
      if (found.size === wanted.size) break;
      position += 1;
    }
    return found;
  }

  /** A manifest that cannot be read says nothing: the file is used as a bare one. */
  async facts(path: string): Promise<SampleFileFacts> {
    try {
      const text = await readFile(join(dirname(path), 'manifest.json'), 'utf8');
      return factsIn(JSON.parse(text), basename(path));
    } catch {
      return NOTHING_KNOWN;
    }
  }
}

/** Only a manifest that lists the file speaks of it. */
function factsIn(manifest: unknown, file: string): SampleFileFacts {
  const listed = member(member(manifest, 'query'), file);
  if (listed === undefined) return NOTHING_KNOWN;
  return {
    dataset: textOrNull(member(listed, 'dataset')),
    timezone: textOrNull(member(manifest, 'timezone')),
    sha256: textOrNull(member(entryOf(manifest, file), 'sha256')),
    exported: exportedAs(listed),
  };
}

function exportedAs(query: unknown): ExportedAs {
  const [limit, size] = [member(query, 'limit'), member(member(query, 'sample'), 'size')];
  return { limit: numberOrNull(limit), sample: numberOrNull(size), realOnly: member(query, 'real_only') === true };
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

function entryOf(manifest: unknown, file: string): unknown {
  const files = member(manifest, 'files');
  return Array.isArray(files) ? files.find((entry) => member(entry, 'path') === file) : undefined;
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
