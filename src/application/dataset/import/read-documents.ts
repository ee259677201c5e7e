import type { Provenance } from '../../../domain/dataset/provenance.js';
import type { Sample, SampleKind } from '../../../domain/dataset/sample.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { FoundDocument } from '../../ports/document-files.port.js';
import type { ImportSpool } from '../../ports/import-spool.port.js';
import type { SampleDocuments } from '../../ports/sample-documents.port.js';
import type { StoredDocument } from '../../ports/store-documents.port.js';
import { documentContent } from '../../store/document-content.js';
import { documentFault } from './document-fault.js';
import type { ImportReading, RejectedDocument } from './import-outcome.js';

const MOST_LISTED = 100;

type Read = Extract<FoundDocument, { readonly state: 'read' }>;

/** Checks documents one by one; what is sound waits in the spool, what is not is counted with the reason. */
export class DocumentIntake {
  readonly #rejections: RejectedDocument[] = [];
  readonly #provenances: Record<Provenance, number> = { imported: 0, synthetic: 0, unmarked: 0 };
  #documents = 0;
  #repeated = 0;
  #rejected = 0;
  #first: Instant = Number.POSITIVE_INFINITY;
  #last: Instant = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly spool: ImportSpool,
    private readonly samples: SampleDocuments,
    private readonly kind: SampleKind | undefined,
  ) {}

  take(found: FoundDocument): void {
    this.#documents += 1;
    const problem = found.state === 'broken' ? found.problem : this.#problemOf(found);
    if (problem !== undefined) this.#reject({ place: found.place, problem });
  }

  result(): ImportReading {
    const span = this.#first <= this.#last ? { first: this.#first, last: this.#last } : null;
    const counts = { documents: this.#documents, repeated: this.#repeated, rejected: this.#rejected };
    return { ...counts, rejections: this.#rejections, provenances: this.#provenances, span };
  }

  /** Spools a sound document; says what is wrong with any other. */
  #problemOf(found: Read): string | undefined {
    const own = this.samples.kindOf(found.document);
    const kind = this.kind ?? own;
    if (kind === undefined) return unknownKind(found.document);
    try {
      return this.#add(found, this.samples.check(kind, found.document));
    } catch (error) {
      const fault = documentFault(error);
      return own === undefined || own === kind ? fault : `${otherKind(own, kind)} (${fault})`;
    }
  }

  #add({ document, place }: Read, sample: Sample): string | undefined {
    const { id, kind, channel } = sample;
    const own = withoutOwnKey(document, id);
    const earlier = this.spool.add({ id, kind, channel, place, document: own });
    if (earlier === undefined) this.#count(sample);
    else if (documentContent(earlier.document) === documentContent(own)) this.#repeated += 1;
    else return `has the id ${JSON.stringify(id)} of ${earlier.place}, and says something else`;
    return undefined;
  }

  #count({ createdAt, metadata }: Sample): void {
    this.#provenances[metadata.provenance] += 1;
    this.#first = Math.min(this.#first, createdAt);
    this.#last = Math.max(this.#last, createdAt);
  }

  #reject(rejection: RejectedDocument): void {
    this.#rejected += 1;
    if (this.#rejections.length < MOST_LISTED) this.#rejections.push(rejection);
  }
}

/** Documents that the product wrote have their id as `_id`: it says nothing, and SQLite keeps it nowhere. */
function withoutOwnKey(document: StoredDocument, id: string): StoredDocument {
  if (document['_id'] !== id) return document;
  return Object.fromEntries(Object.entries(document).filter(([name]) => name !== '_id'));
}

const ONE_OF: Readonly<Record<SampleKind, string>> = { digests: 'a digest', review_reports: 'a review report' };

function otherKind(own: SampleKind, asked: SampleKind): string {
  return `looks like ${ONE_OF[own]}, and --kind says ${asked}`;
}

function unknownKind(document: StoredDocument): string {
  if (Object.hasOwn(document, 'sample_id')) return 'is a line of an export, not a document of a store';
  return 'is neither a digest (`digest_id`) nor a review report (`report_id`)';
}
