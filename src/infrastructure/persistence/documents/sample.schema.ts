import type { SampleKind } from '../../../domain/dataset/sample.js';

/** No NUL and no half of a surrogate pair: such names would not come back from every store as they went in. */
const NAME = { type: 'string', pattern: '^[^\\u0000\\uD800-\\uDFFF]+$' } as const;
const TEXT = { type: 'string' } as const;
const MOMENT = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.]\\d{3}Z$' } as const;
const UNIT = { type: 'number', minimum: 0, maximum: 1 } as const;
const LATENCY = { type: 'number', exclusiveMinimum: 0 } as const;

/** Flags are the only names that users choose: none may be taken for an operator, a path or a prototype. */
const FLAGS = {
  type: 'object',
  propertyNames: {
    pattern: '^(?!__proto__$)[^$.\\u0000\\uD800-\\uDFFF][^.\\u0000\\uD800-\\uDFFF]*$',
  },
  additionalProperties: { type: 'boolean' },
} as const;

/** An object that has exactly the listed members, all of them unless named optional. */
function shape(properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

const JUDGE = shape({
  judge_model: NAME,
  prompt_version: TEXT,
  scores: shape({ coverage: UNIT, accuracy: UNIT, coherence: UNIT, informativeness: UNIT }),
  verdict: { enum: ['BELOW_EXPECTATIONS', 'MEETS_EXPECTATIONS', 'EXCEEDS_EXPECTATIONS'] },
  notes: TEXT,
});
const METADATA = {
  feature_flags: FLAGS,
  llm_model: TEXT,
  provenance: { enum: ['imported', 'synthetic', 'unmarked'] },
  generator: shape({ name: TEXT, version: TEXT, seed: { type: 'number' } }),
};
const POST = shape(
  {
    title: TEXT,
    summary: TEXT,
    text: TEXT,
    message_id: { type: 'integer' },
    date: TEXT,
    url: TEXT,
    provenance: { enum: ['imported', 'synthetic'] },
  },
  ['message_id', 'date', 'url', 'provenance'],
);
const PASS = shape({
  pass_name: NAME,
  summary: TEXT,
  recommendations: { type: 'array', items: TEXT },
  findings: { type: 'array', items: shape({ title: TEXT, description: TEXT }) },
});

/** JSON Schemas (draft 7) of the documents that stores write, by kind. Reading is more tolerant. */
export const SAMPLE_SCHEMAS: Readonly<Record<SampleKind, object>> = {
  digests: shape(
    {
      digest_id: NAME,
      channel: NAME,
      language: NAME,
      summary_markdown: TEXT,
      posts: { type: 'array', items: POST },
      feature_flags: FLAGS,
      latency_seconds: LATENCY,
      created_at: MOMENT,
      metadata: shape({ ...METADATA, time_range_hours: { type: 'number', exclusiveMinimum: 0 } }, ['generator']),
      quality: shape({ llm_judge: JUDGE }),
    },
    ['quality'],
  ),
  review_reports: shape(
    {
      report_id: NAME,
      assignment_id: NAME,
      student_id: TEXT,
      language: NAME,
      created_at: MOMENT,
      report: shape({
        synthesis: TEXT,
        passes: { type: 'array', items: PASS },
        metadata: shape({ ...METADATA, latency_seconds: LATENCY, llm_judge: JUDGE }, ['generator', 'llm_judge']),
      }),
    },
    ['student_id'],
  ),
};
