import type { HumanLabels } from '../../application/ports/human-labels.port.js';
import type { HumanLabel } from '../../domain/benchmark/agreement/human-label.js';
import { NAMELESS_RATER } from '../../domain/benchmark/agreement/human-label.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { parseJson } from '../../domain/shared/parse-json.js';
import { compileSchema } from '../schemas/schema-compiler.js';
import type { RawLine } from './line-reader.js';
import { LineReader, LineTooLongError } from './line-reader.js';

/** People make labels by hand: more is another kind of file. */
const MOST_LABELS = 1_000_000;

const check = compileSchema({
  type: 'object',
  required: ['sample_id', 'scores'],
  properties: {
    sample_id: { type: 'string', minLength: 1 },
    rater: { type: 'string', minLength: 1, maxLength: 200 },
    scores: {
      type: 'object',
      minProperties: 1,
      additionalProperties: { type: 'number', minimum: 0, maximum: 1 },
    },
  },
});

interface LabelLine {
  readonly sample_id: string;
  readonly rater?: string;
  readonly scores: Readonly<Record<string, number>>;
}

/** Labels as JSON lines; further members of a line are the team's own and are passed over. */
export class JsonlHumanLabels implements HumanLabels {
  async read(path: string): Promise<readonly HumanLabel[]> {
    const labels: HumanLabel[] = [];
    try {
      for await (const group of new LineReader(path).lines())
        for (const raw of group) labels.push(labelIn(raw, path, labels.length));
    } catch (error) {
      throw failureOf(path, error);
    }
    return labels;
  }
}

function labelIn({ line, text }: RawLine, path: string, before: number): HumanLabel {
  if (before >= MOST_LABELS) throw invalid(path, line, `there are more than ${MOST_LABELS} labels`);
  const value = text === undefined ? undefined : parseJson(text);
  if (value === undefined) throw invalid(path, line, 'is no JSON');
  const [fault] = check(value);
  if (fault !== undefined) throw invalid(path, line, `${fault.path || 'the line'} ${fault.rule}`);
  const { sample_id: sampleId, rater = NAMELESS_RATER, scores } = value as LabelLine;
  return { sampleId, rater, scores };
}

function invalid(path: string, line: number, problem: string): EtalonError {
  return new EtalonError('LABELS_INVALID', `${path}, line ${line}: ${problem}`, { details: { path, line, problem } });
}

function failureOf(path: string, error: unknown): unknown {
  if (error instanceof LineTooLongError) return invalid(path, error.line, error.message);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof EtalonError || typeof code !== 'string') return error;
  return new EtalonError('LABELS_NOT_FOUND', `${path} cannot be read (${code}).`, {
    details: { path, code },
    cause: error,
  });
}
