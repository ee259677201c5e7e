import type { DatasetMap } from '../../../application/dataset/show-dataset.use-case.js';
import type { Provenance } from '../../../domain/dataset/provenance.js';

/** What stands for a day: real, synthetic, a team's own, several kinds, or nothing. */
const MARKS: Readonly<Record<Provenance, string>> = { imported: '█', synthetic: '▒', unmarked: '▓' };
const MIXED = '▚';
const NOTHING = '·';

/** The line that explains the marks. */
export const HEAT_MAP_LEGEND = '█ imported  ▒ synthetic  ▓ unmarked  ▚ several  · none';

/** Draws the digests of a data set: a line a channel, a character a day. */
export function heatMap({ dataset, window, digests }: DatasetMap): readonly string[] {
  const marks = new Map<string, string>();
  for (const { channel, day, provenance } of digests) {
    const key = `${channel} ${day}`;
    marks.set(key, marks.has(key) ? MIXED : MARKS[provenance]);
  }
  const width = Math.max(0, ...dataset.channels.map((channel) => channel.length));
  return dataset.channels.map((channel) => {
    const cells = window.list().map((day) => marks.get(`${channel} ${day}`) ?? NOTHING);
    return `${channel.padEnd(width)}  ${cells.join('')}`;
  });
}
