import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { Clock } from '../../ports/clock.port.js';
import type { DocumentFiles } from '../../ports/document-files.port.js';
import type { ImportSpool, ImportSpoolFactory } from '../../ports/import-spool.port.js';
import type { ProgressReporter, ProgressTask } from '../../ports/progress.port.js';
import type { SampleDocuments } from '../../ports/sample-documents.port.js';
import type { HeldLock } from '../../ports/store-lock.port.js';
import type { Store, StoreProvider } from '../../ports/store.port.js';
import { refuseReading } from './import-checks.js';
import type { ImportCommand } from './import-command.js';
import type { ImportCounts, ImportedChannel, ImportOutcome, ImportReading } from './import-outcome.js';
import { DocumentIntake } from './read-documents.js';
import { DocumentWriter } from './write-documents.js';

export interface ImportPorts {
  readonly files: DocumentFiles;
  readonly samples: SampleDocuments;
  readonly spools: ImportSpoolFactory;
  readonly stores: StoreProvider;
  readonly clock: Clock;
  readonly progress: ProgressReporter;
}

const MS_PER_SECOND = 1000;

/**
 * Takes documents of another database into the store, as they are: in the shape that they have, with their fields that
 * the product does not know, and with the provenance that they state or do not state.
 *
 * Nothing is written before everything has been read and checked. The same files twice leave the same documents; an
 * import that was cut off is completed by the same command.
 */
export class ImportDocumentsUseCase {
  constructor(private readonly ports: ImportPorts) {}

  /**
   * @throws SOURCE_* and IMPORT_FILE_UNSUITABLE for files that cannot be read; IMPORT_EMPTY; IMPORT_DOCUMENTS_INVALID
   *   when documents are broken and the command does not say to keep going; STORE_LOCKED; INTERRUPTED; the store's
   *   errors.
   */
  async execute(command: ImportCommand): Promise<ImportOutcome> {
    const begun = this.ports.clock.monotonic();
    const spool = await this.ports.spools.open();
    try {
      const reading = await this.#read(command, spool);
      refuseReading(command, reading);
      const store = await this.ports.stores.open();
      const written = await store.lock.hold('import', (held) => this.#write(command, spool, store, held));
      const durationSeconds = (this.ports.clock.monotonic() - begun) / MS_PER_SECOND;
      return { ...reading, ...written, store: `${store.kind}:${store.location}`, durationSeconds };
    } finally {
      await spool.discard();
    }
  }

  async #read({ files, kind, signal }: ImportCommand, spool: ImportSpool): Promise<ImportReading> {
    const intake = new DocumentIntake(spool, this.ports.samples, kind);
    await this.#showing('read', async (task) => {
      for (const file of files) {
        for await (const found of this.ports.files.read(file)) {
          throwIfInterrupted(signal);
          intake.take(found);
          task.advance(1);
        }
      }
    });
    return intake.result();
  }

  async #write({ signal }: ImportCommand, spool: ImportSpool, store: Store, held: HeldLock): Promise<Written> {
    const assertGoing = (): Promise<void> => {
      throwIfInterrupted(signal);
      return held.assertHeld();
    };
    const { channels, scoresDropped } = await this.#showing('store', async (task) => {
      const sink = { documents: store.documents, samples: this.ports.samples, assertGoing };
      const writer = new DocumentWriter({ ...sink, onDocuments: task.advance.bind(task) });
      await writer.write(spool);
      return writer;
    });
    return { channels, totals: sumUp(channels), scoresDropped };
  }

  async #showing<T>(label: string, work: (task: ProgressTask) => Promise<T>): Promise<T> {
    const task = this.ports.progress.start(label);
    try {
      return await work(task);
    } finally {
      task.finish();
    }
  }
}

type Written = Pick<ImportOutcome, 'channels' | 'totals' | 'scoresDropped'>;

function sumUp(channels: readonly ImportedChannel[]): ImportCounts {
  const sum = (name: keyof ImportCounts): number => channels.reduce((all, channel) => all + channel[name], 0);
  return { inserted: sum('inserted'), updated: sum('updated'), unchanged: sum('unchanged'), kept: sum('kept') };
}

function throwIfInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new EtalonError('INTERRUPTED', 'The import was interrupted.', {
    hint: 'Run the same command again: it completes the work.',
  });
}
