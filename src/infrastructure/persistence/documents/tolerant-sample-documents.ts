import type { SampleDocuments } from '../../../application/ports/sample-documents.port.js';
import type { StoredDocument } from '../../../application/ports/store-documents.port.js';
import type { Sample, SampleKind } from '../../../domain/dataset/sample.js';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import { checkDocumentSize } from './document-size.js';
import { reviveDocument } from './revive-document.js';
import { readSample, toSampleDocument } from './sample-document.mapper.js';
import { SAMPLE_FIELDS } from './sample-fields.js';
import { checkSampleDocument } from './sample-schema-check.js';

/** Fields that only one kind of document has, at any age. */
const SHAPES: readonly (readonly [SampleKind, readonly string[]])[] = [
  ['digests', ['digest_id']],
  ['review_reports', ['report_id']],
  ['digests', ['posts', 'items', 'digest']],
  ['review_reports', ['assignment_id', 'report', 'passes', 'synthesis']],
];

/** Reads documents of any age with the readers of the stores. */
export class TolerantSampleDocuments implements SampleDocuments {
  kindOf(document: StoredDocument): SampleKind | undefined {
    return SHAPES.find(([, names]) => names.some((name) => Object.hasOwn(document, name)))?.[0];
  }

  /** What is read is written and checked as stores would: so it may stand in every one of them. */
  check(kind: SampleKind, document: StoredDocument): Sample {
    const id = nameOf(kind, document);
    const sample = readSample<Sample>(kind, reviveDocument(document), id);
    checkSampleDocument(kind, toSampleDocument(sample));
    checkDocumentSize(kind, id, Buffer.byteLength(JSON.stringify(document)));
    return sample;
  }

  readOrNone(kind: SampleKind, document: StoredDocument): Sample | undefined {
    try {
      return readSample<Sample>(kind, reviveDocument(document), nameOf(kind, document));
    } catch (error) {
      if (error instanceof EtalonError) return undefined;
      throw error;
    }
  }
}

function nameOf(kind: SampleKind, document: StoredDocument): string {
  const id = document[SAMPLE_FIELDS[kind].id];
  return typeof id === 'string' ? id : '';
}
