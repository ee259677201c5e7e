import { EtalonError } from '../../../domain/errors/etalon-error.js';

/**
 * What is wrong with a document, to follow its place: the path and the problem. What is no fault of a document is thrown
 * on.
 */
export function documentFault(error: unknown): string {
  if (!(error instanceof EtalonError) || !error.code.startsWith('STORE_DOCUMENT_')) throw error;
  const { path, problem, id } = error.details;
  if (typeof path !== 'string' || typeof problem !== 'string') return error.message;
  const name = typeof id === 'string' && id !== '' ? ` (${JSON.stringify(id)})` : '';
  return `${path === '' ? 'the document' : path} ${problem}${name}`;
}
