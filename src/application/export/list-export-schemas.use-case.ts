import type { SampleKind } from '../../domain/dataset/sample.js';
import type { LineDifference } from '../../domain/export/verify/line-difference.js';
import { lineDifference } from '../../domain/export/verify/line-difference.js';
import type { ExportSchemas } from '../ports/export-schemas.port.js';
import type { FilePublisher } from '../ports/publisher.port.js';

/** A schema of this version beside its snapshot on disk. */
export interface ListedSchema {
  readonly kind: SampleKind;
  readonly file: string;
  readonly version: string;
  readonly sha256: string;
  /** What exports are checked against. */
  readonly text: string;
  /** Where the snapshot lies; `null` when there is none. */
  readonly snapshot: string | null;
  /** Whether the snapshot is what exports are checked against. */
  readonly same: boolean;
  /** The first place at which the snapshot (`file`) is not what exports are checked against (`store`); `null` when there is none. */
  readonly difference: LineDifference | null;
}

const KINDS: readonly SampleKind[] = ['digests', 'review_reports'];

/** Lists the schemas that exports are checked against, and says whether their snapshots still are the same. */
export class ListExportSchemasUseCase {
  /** @param folders that may hold snapshots, the strongest first. */
  constructor(
    private readonly schemas: ExportSchemas,
    private readonly publisher: FilePublisher,
    private readonly folders: readonly string[],
  ) {}

  async execute(): Promise<readonly ListedSchema[]> {
    return await Promise.all(KINDS.map((kind) => this.#listed(kind)));
  }

  async #listed(kind: SampleKind): Promise<ListedSchema> {
    const { file, version, sha256, text } = this.schemas.of(kind);
    const schema = { kind, file, version, sha256, text };
    for (const folder of this.folders) {
      const snapshot = `${folder}/${file}`;
      const found = await this.publisher.read(snapshot);
      if (found !== undefined) return { ...schema, snapshot, ...compared(found, text) };
    }
    return { ...schema, snapshot: null, same: false, difference: null };
  }
}

function compared(snapshot: string, text: string): Pick<ListedSchema, 'same' | 'difference'> {
  const same = snapshot === text;
  return { same, difference: same ? null : lineDifference(snapshot, text) };
}
