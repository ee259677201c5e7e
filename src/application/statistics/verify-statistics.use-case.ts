import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { FilePublisher } from '../ports/publisher.port.js';
import type { CheckedVector } from './check-vector.js';
import { checkVector } from './check-vector.js';
import { OFFERED_METHODS } from './offered-methods.js';
import { parseVectors } from './parse-vectors.js';
import type { ReferenceVector } from './reference-vector.js';

/** What the product does not compute of a method that vectors ask for. */
export interface NotOffered {
  readonly method: string;
  readonly fields: readonly string[];
}

/** What a verification of the statistics found. */
export interface StatisticsVerification {
  /** Vectors in the file, those of methods that are not offered among them. */
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly notOffered: readonly NotOffered[];
  /** The vectors that were recomputed, in the order of the file. */
  readonly vectors: readonly CheckedVector[];
}

/** Recomputes reference vectors with the product's own statistics. */
export class VerifyStatisticsUseCase {
  constructor(private readonly files: FilePublisher) {}

  /**
   * @param command the file of vectors: `{vectors: [{name, method, inputs, params, expected, tolerance}]}`
   * @throws STATISTICS_VECTORS_NOT_FOUND, STATISTICS_VECTORS_INVALID, FILE_READ_FAILED
   */
  async execute({ path }: { readonly path: string }): Promise<StatisticsVerification> {
    const text = await this.files.read(path);
    if (text === undefined)
      throw new EtalonError('STATISTICS_VECTORS_NOT_FOUND', `There is no file ${path}.`, { details: { path } });
    const all = parseVectors(path, text);
    const vectors = all.flatMap((vector) => checkedOf(vector));
    const passed = vectors.filter(({ ok }) => ok).length;
    return { total: all.length, passed, failed: vectors.length - passed, notOffered: notOfferedOf(all), vectors };
  }
}

/** The vector recomputed; nothing when no expected field of it is offered. */
function checkedOf(vector: ReferenceVector): readonly CheckedVector[] {
  const method = methodOf(vector);
  const offered = Object.keys(vector.expected).some((field) => method?.fields.includes(field));
  return method !== undefined && offered ? [checkVector(vector, method)] : [];
}

function notOfferedOf(vectors: readonly ReferenceVector[]): readonly NotOffered[] {
  const byMethod = new Map<string, Set<string>>();
  for (const vector of vectors) {
    const offered = methodOf(vector)?.fields ?? [];
    const missing = Object.keys(vector.expected).filter((field) => !offered.includes(field));
    if (missing.length === 0) continue;
    byMethod.set(vector.method, new Set([...(byMethod.get(vector.method) ?? []), ...missing]));
  }
  return [...byMethod].map(([method, fields]) => ({ method, fields: [...fields] }));
}

function methodOf({ method }: ReferenceVector) {
  return Object.hasOwn(OFFERED_METHODS, method) ? OFFERED_METHODS[method] : undefined;
}
