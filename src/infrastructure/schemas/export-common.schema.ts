/** Text with something in it. */
const TEXT = { type: 'string', pattern: '\\S' } as const;

const SCORE = { type: 'number', minimum: 0, maximum: 1 } as const;

const TIMESTAMP = {
  type: 'string',
  description: 'ISO 8601 in UTC with milliseconds.',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
} as const;

const LLM_JUDGE = {
  type: ['object', 'null'],
  description: "A judge's scores of this sample; null where there are none.",
  additionalProperties: false,
  required: ['judge_model', 'prompt_version', 'scores', 'verdict', 'notes'],
  properties: {
    judge_model: { type: 'string' },
    prompt_version: { type: 'string' },
    scores: {
      type: 'object',
      additionalProperties: false,
      required: ['coverage', 'accuracy', 'coherence', 'informativeness'],
      properties: { coverage: SCORE, accuracy: SCORE, coherence: SCORE, informativeness: SCORE },
    },
    verdict: { enum: ['BELOW_EXPECTATIONS', 'MEETS_EXPECTATIONS', 'EXCEEDS_EXPECTATIONS'] },
    notes: { type: 'string' },
  },
} as const;

const COMMON_METADATA = {
  llm_model: { type: 'string' },
  feature_flags: { type: 'object', additionalProperties: { type: 'boolean' } },
  provenance: { enum: ['imported', 'synthetic', 'unmarked'] },
} as const;

/** What tells the two kinds of line apart. */
export interface ExportSchemaParts {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly sourceText: string;
  /** The members of `metadata` that only this kind has, in the order of the format. */
  readonly metadata: Readonly<Record<string, object>>;
}

/** Puts together the JSON Schema (draft 2020-12) of one kind of export line. */
export function exportLineSchema(parts: ExportSchemaParts): Readonly<Record<string, unknown>> {
  const metadata = { ...parts.metadata, ...COMMON_METADATA };
  const properties = lineProperties(parts, metadata);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: parts.id,
    version: parts.version,
    title: parts.title,
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties),
    properties,
  };
}

// A table: every member of a line with its rule.
function lineProperties(parts: ExportSchemaParts, metadata: object): Readonly<Record<string, object>> {
  return {
    sample_id: { type: 'string', minLength: 1 },
    channel: { type: 'string', minLength: 1 },
    language: { type: 'string', minLength: 1 },
    timestamp: TIMESTAMP,
    source_text: { ...TEXT, description: parts.sourceText },
    summary_markdown: TEXT,
    metadata: object(metadata),
    ground_truth: object({ llm_judge: LLM_JUDGE }),
    latency_seconds: { type: 'number', exclusiveMinimum: 0 },
  };
}

function object(properties: object): object {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}
