import type { Provenance } from '../../../domain/dataset/provenance.js';
import type { Generator, SampleMetadata } from '../../../domain/dataset/sample-metadata.js';
import type { DocumentReader } from './document-reader.js';
import { optional, textOr } from './optional-field.js';

/**
 * Reads the facts about how a record came to be. Flags and model may stand at the top of a document; without a
 * word on its provenance a record is `unmarked`.
 */
export function readMetadata(metadata: DocumentReader, root: DocumentReader): SampleMetadata {
  return {
    featureFlags: metadata.field('feature_flags').or(root.field('feature_flags')).flags(),
    llmModel: textOr(metadata.field('llm_model').or(root.field('llm_model')), ''),
    provenance: readProvenance(metadata.field('provenance').or(root.field('metadata').field('provenance'))),
    ...optional('generator', metadata.field('generator'), readGenerator),
  };
}

function readProvenance(place: DocumentReader): Provenance {
  const text = place.present ? place.text() : 'unmarked';
  return text === 'imported' || text === 'synthetic' ? text : 'unmarked';
}

function readGenerator(generator: DocumentReader): Generator {
  return {
    name: generator.field('name').text(),
    version: generator.field('version').text(),
    seed: generator.field('seed').number(),
  };
}
