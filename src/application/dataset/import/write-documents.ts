import { comparableContent } from '../../../domain/dataset/comparable-content.js';
import type { Sample, SampleKind } from '../../../domain/dataset/sample.js';
import { canonicalJson } from '../../../domain/shared/canonical-json.js';
import type { ImportSpool, SpooledDocument } from '../../ports/import-spool.port.js';
import type { SampleDocuments } from '../../ports/sample-documents.port.js';
import type { StoreDocuments, StoredDocument } from '../../ports/store-documents.port.js';
import { documentContent } from '../../store/document-content.js';
import type { ImportCounts, ImportedChannel } from './import-outcome.js';

const BATCH = 200;

/** What a document becomes; `rescored` documents are updated and lose judge scores. */
type Fate = keyof ImportCounts | 'rescored';

/** Where documents go. */
export interface DocumentSink {
  readonly documents: StoreDocuments;
  readonly samples: SampleDocuments;
  /** Called before each batch: fails when the import must not go on. */
  readonly assertGoing: () => Promise<void>;
  readonly onDocuments: (count: number) => void;
}

/**
 * Writes what waits in a spool into a store, as it is. Equal documents are left alone; others replace the stored ones,
 * except that a synthetic document never replaces one that is not, and that one which says the same and has no judge
 * scores does not take them away.
 */
export class DocumentWriter {
  readonly #channels = new Map<string, ImportedChannel>();
  scoresDropped = 0;

  constructor(private readonly sink: DocumentSink) {}

  /** By kind, then channel. */
  get channels(): readonly ImportedChannel[] {
    return [...this.#channels].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, channel]) => channel);
  }

  async write(spool: ImportSpool): Promise<void> {
    for (const kind of ['digests', 'review_reports'] as const) {
      for (const batch of spool.batches(kind, BATCH)) await this.#batch(kind, batch);
    }
  }

  async #batch(kind: SampleKind, batch: readonly SpooledDocument[]): Promise<void> {
    const { documents, assertGoing, onDocuments } = this.sink;
    await assertGoing();
    const ids = batch.map(({ id }) => id);
    const there = await documents.findMany(kind, ids);
    const fates = batch.map((document) => this.#fateOf(document, there.get(document.id)));
    const changed = batch.filter((_document, index) => isWritten(fates[index]));
    if (changed.length > 0) await documents.putMany(kind, changed);
    for (const [index, document] of batch.entries()) this.#count(document, fates[index] ?? 'unchanged');
    onDocuments(batch.length);
  }

  #fateOf(incoming: SpooledDocument, stored: StoredDocument | undefined): Fate {
    if (stored === undefined) return 'inserted';
    if (documentContent(stored) === documentContent(incoming.document)) return 'unchanged';
    const { samples } = this.sink;
    const theirs = samples.readOrNone(incoming.kind, stored);
    return theirs === undefined ? 'updated' : fateBeside(samples.check(incoming.kind, incoming.document), theirs);
  }

  #count({ kind, channel }: SpooledDocument, fate: Fate): void {
    const key = `${kind} ${channel}`;
    const known = this.#channels.get(key) ?? { channel, kind, inserted: 0, updated: 0, unchanged: 0, kept: 0 };
    const column = fate === 'rescored' ? 'updated' : fate;
    this.#channels.set(key, { ...known, [column]: known[column] + 1 });
    if (fate === 'rescored') this.scoresDropped += 1;
  }
}

function isWritten(fate: Fate | undefined): boolean {
  return fate === 'inserted' || fate === 'updated' || fate === 'rescored';
}

function fateBeside(mine: Sample, theirs: Sample): Fate {
  if (mine.metadata.provenance === 'synthetic' && theirs.metadata.provenance !== 'synthetic') return 'kept';
  if (theirs.judge === undefined || mine.judge !== undefined) return 'updated';
  return says(mine) === says(theirs) ? 'unchanged' : 'rescored';
}

function says(sample: Sample): string {
  return canonicalJson([comparableContent(sample), sample.latencySeconds]);
}
