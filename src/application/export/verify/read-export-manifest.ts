import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { ExportManifest } from '../../../domain/export/export-manifest.js';
import { manifestFaults } from '../../../domain/export/verify/manifest-faults.js';
import { parseJson } from '../../../domain/shared/parse-json.js';
import type { DocumentSchemas } from '../../ports/document-schemas.port.js';

const MOST_QUOTED = 200;

/**
 * Reads a manifest that anybody may have edited.
 *
 * @param path for messages.
 * @throws EXPORT_MANIFEST_INVALID with the place in it and the rule.
 */
export async function readExportManifest(
  documents: DocumentSchemas,
  path: string,
  text: string,
): Promise<ExportManifest> {
  const value = parseJson(text);
  if (value === undefined) throw invalid(path, '', 'is not JSON');
  const [broken] = await documents.check('export-manifest', value);
  if (broken !== undefined) throw invalid(path, broken.path, broken.rule);
  const [fault] = manifestFaults(value as ExportManifest);
  if (fault !== undefined) throw invalid(path, fault.path, fault.rule);
  return value as ExportManifest;
}

function invalid(file: string, path: string, rule: string): EtalonError {
  const place = path.slice(0, MOST_QUOTED);
  const details = { file, path: place, rule: rule.slice(0, MOST_QUOTED) };
  return new EtalonError('EXPORT_MANIFEST_INVALID', `${file}: ${place || 'it'} ${details.rule}`, { details });
}
