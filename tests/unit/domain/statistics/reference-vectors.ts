import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A reference vector: what goes in, what other programs got, and how close is close enough. */
export interface ReferenceVector {
  readonly name: string;
  readonly method: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: Readonly<Record<string, number>>;
}

const FILE = join(process.env['ETALON_SHARED_DIR'] ?? '../shared', 'stats/vectors.json');

/** The vectors of one method; none when the file is not there. */
export function vectorsOf(method: string): readonly ReferenceVector[] {
  if (!existsSync(FILE)) return [];
  const { vectors } = JSON.parse(readFileSync(FILE, 'utf8')) as { vectors: readonly ReferenceVector[] };
  return vectors.filter((vector) => vector.method === method);
}

/** Why there are no vectors, or `undefined` when there are. */
export const NO_VECTORS = existsSync(FILE) ? undefined : `no reference vectors at ${FILE}`;

/** Fails with both numbers unless |got − expected| ≤ abs + rel·|expected|, element by element; `null` must be `null`. */
export function expectClose(got: unknown, vector: ReferenceVector, field: string): void {
  compare(got, vector.expected[field], toleranceOf(vector, field), `${vector.name}.${field}`);
}

function toleranceOf(vector: ReferenceVector, field: string): { abs: number; rel: number } {
  const { abs = 0, rel = 0, ...byField } = vector.tolerance;
  const own = Object.entries(byField).find(([key]) => field.includes(key));
  return { abs: own?.[1] ?? abs, rel };
}

function compare(got: unknown, expected: unknown, tolerance: { abs: number; rel: number }, at: string): void {
  if (Array.isArray(expected)) {
    expected.forEach((value, index) => {
      compare((got as readonly unknown[])[index], value, tolerance, `${at}[${index}]`);
    });
    return;
  }
  if (typeof expected === 'number' && typeof got === 'number') {
    const allowed = tolerance.abs + tolerance.rel * Math.abs(expected);
    if (Math.abs(got - expected) <= allowed) return;
  } else if (got === expected) return;
  throw new Error(`${at}: got ${String(got)}, expected ${String(expected)}`);
}
