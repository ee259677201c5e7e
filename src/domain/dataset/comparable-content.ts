import type { JsonValue } from '../shared/json-value.js';
import { sampleContent } from './sample-content.js';
import type { Sample } from './sample.js';

/**
 * What two records must have in common to say the same, and what content hashes are taken over: the content without the
 * seed of an imported record. Nothing random went into that one, so another seed must not make another record of it.
 */
export function comparableContent(sample: Sample): JsonValue {
  const { generator, provenance } = sample.metadata;
  if (provenance !== 'imported' || generator === undefined) return sampleContent(sample);
  const content = sampleContent(sample) as Readonly<Record<string, JsonValue>>;
  const metadata = content['metadata'] as Readonly<Record<string, JsonValue>>;
  const { name, version } = generator;
  return { ...content, metadata: { ...metadata, generator: { name, version } } };
}
