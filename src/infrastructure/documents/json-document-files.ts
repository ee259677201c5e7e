import { documentFault } from '../../application/dataset/import/document-fault.js';
import type { DocumentFiles, FoundDocument } from '../../application/ports/document-files.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { readFault } from '../files/read-fault.js';
import { JsonFault } from '../json/json-fault.js';
import { fromExtendedJson } from '../persistence/documents/extended-json.js';
import { documentBytes } from './document-bytes.js';
import type { SplitValue } from './document-splitter.js';
import { splitDocuments } from './split-documents.js';
import { DOCUMENTS_HINT, refuseUnsuitable } from './unsuitable-files.js';

/** Files of documents in Extended JSON v2; see the port. */
export class JsonDocumentFiles implements DocumentFiles {
  async *read(path: string): AsyncGenerator<FoundDocument> {
    const name = path === '-' ? 'standard input' : path;
    const values = splitDocuments(documentBytes(path), (head, offset) => {
      refuseUnsuitable(name, head, offset);
    });
    try {
      for await (const found of values) yield toDocument(found, name);
    } catch (error) {
      throw namedFault(error, name);
    }
  }
}

function toDocument(found: SplitValue, name: string): FoundDocument {
  const place = `${name}, ${found.place}`;
  if (found.state === 'fault') {
    return { state: 'broken', place, problem: `byte ${found.fault.offset}: ${found.fault.problem}` };
  }
  const { value } = found;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { state: 'broken', place, problem: 'is no document: a document is a JSON object' };
  return decoded(value, place);
}

function decoded(value: object, place: string): FoundDocument {
  try {
    return { state: 'read', place, document: fromExtendedJson(value, { collection: 'import', id: '' }) };
  } catch (error) {
    return { state: 'broken', place, problem: documentFault(error) };
  }
}

function namedFault(error: unknown, name: string): unknown {
  if (error instanceof JsonFault) {
    const { offset, problem } = error;
    return malformed(name, `is broken at byte ${offset}: ${problem}`, { path: name, offset, problem }, error);
  }
  const code = (error as NodeJS.ErrnoException).code;
  if (code?.startsWith('Z_') !== true) return readFault(error, name);
  return malformed(name, 'is no whole gzip file', { path: name, problem: (error as Error).message }, error);
}

function malformed(name: string, what: string, details: EtalonError['details'], cause: unknown): EtalonError {
  return new EtalonError('SOURCE_MALFORMED', `${name} ${what}.`, { details, hint: DOCUMENTS_HINT, cause });
}
