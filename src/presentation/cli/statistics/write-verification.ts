import type { CheckedVector } from '../../../application/statistics/check-vector.js';
import type { NotOffered, StatisticsVerification } from '../../../application/statistics/verify-statistics.use-case.js';
import type { JsonValue } from '../../../domain/shared/json-value.js';
import type { Output } from '../output/output.js';
import type { TableRow } from '../output/table.js';

/** Prints a line for each method, every difference, and what is not offered. */
export function writeVerification(output: Output, verification: StatisticsVerification): void {
  const { total, passed, failed, vectors, notOffered } = verification;
  output.table(methodRows(vectors));
  writeFaults(output, vectors);
  writeNotOffered(output, notOffered);
  output.line();
  if (vectors.length === 0) {
    output.line(output.style.red('INSUFFICIENT: nothing was checked, no vector asks for a figure that is offered'));
    return;
  }
  const others = total - passed - failed;
  const tail = others === 0 ? '' : `, ${others} of methods that are not offered`;
  const summary = `${passed} of ${passed + failed} vectors within tolerance${tail}`;
  output.line(failed === 0 ? output.style.green(summary) : output.style.red(summary));
}

function methodRows(vectors: readonly CheckedVector[]): readonly TableRow[] {
  return [...new Set(vectors.map(({ method }) => method))].map((method) => {
    const own = vectors.filter((vector) => vector.method === method);
    const fields = new Set(own.flatMap(({ computed }) => Object.keys(computed)));
    const failed = own.filter(({ ok }) => !ok).length;
    return { method, vectors: own.length, failed, fields: [...fields].join(', ') };
  });
}

function writeFaults(output: Output, vectors: readonly CheckedVector[]): void {
  const failed = vectors.filter(({ ok }) => !ok);
  if (failed.length > 0) output.line();
  for (const { name, fault } of failed) if (fault !== null) output.line(output.style.red(`${name}: ${fault}`));
  output.table(failed.flatMap(differenceRows));
}

function differenceRows({ name, differences }: CheckedVector): readonly TableRow[] {
  return differences.map(({ field, expected, computed, allowed }) => ({
    vector: name,
    field,
    expected: shown(expected),
    computed: shown(computed),
    difference: typeof expected === 'number' && typeof computed === 'number' ? computed - expected : null,
    allowed,
  }));
}

function shown(value: JsonValue): string | number {
  return typeof value === 'number' ? value : JSON.stringify(value);
}

function writeNotOffered(output: Output, notOffered: readonly NotOffered[]): void {
  if (notOffered.length === 0) return;
  output.line();
  output.table(notOffered.map(({ method, fields }) => ({ 'not offered': method, fields: fields.join(', ') })));
}
