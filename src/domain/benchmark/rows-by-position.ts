import type { GrowingColumn } from '../shared/growing-column.js';

/** The rows of a table in the order of the data set: as they are when they came so. */
export function rowsByPosition(positions: GrowingColumn<Uint32Array>): Uint32Array {
  const rows = new Uint32Array(positions.length);
  let sorted = true;
  for (let row = 0; row < rows.length; row += 1) {
    rows[row] = row;
    if (row > 0 && positions.at(row) < positions.at(row - 1)) sorted = false;
  }
  return sorted ? rows : rows.sort((a, b) => positions.at(a) - positions.at(b));
}
