import type { SampleKind } from '../../domain/dataset/sample.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { Compression } from '../../domain/export/compression.js';
import type { CalendarDay } from '../../domain/time/calendar-day.js';

/** More than a hundred years. */
const MOST_HOURS = 1_000_000;

/** What to export; whatever is left out comes from the data set's record, or means all. */
export interface ExportSamplesCommand {
  readonly kind: SampleKind;
  /** The data set's name; its record must exist. Left out: `default`, where it exists. */
  readonly dataset?: string;
  /** The file to write; else the kind's file in the folder of the data set's last day. */
  readonly output?: string;
  /** First and last day in the data set's zone, both included. */
  readonly from?: CalendarDay;
  readonly to?: CalendarDay;
  /** The last hours before the newest document, that document included; not together with `from` or `to`. */
  readonly hours?: number;
  readonly channels?: readonly string[];
  readonly language?: string;
  readonly realOnly?: boolean;
  /** At most so many, the oldest first, after the sampling. */
  readonly limit?: number;
  readonly sample?: { readonly seed: number; readonly size: number };
  /** Leaves out records that do not fit, and lists them, where the export would otherwise fail. */
  readonly skipInvalid?: boolean;
  /** Replaces telephone numbers, addresses of mail and user names by placeholders. */
  readonly redact?: boolean;
  /** Adds `.gz` or `.zst` to the file's name where it is not there. */
  readonly compress?: Compression;
  /** Stops the export between two lines; nothing is left of it. */
  readonly signal?: AbortSignal;
}

/** @throws USAGE for values that are out of range or exclude each other. */
export function assertUsable(command: ExportSamplesCommand): void {
  assertPeriod(command);
  assertOutput(command);
  assertCount('--limit', command.limit);
  assertCount('--sample', command.sample?.size);
}

function assertPeriod({ from, to, hours }: ExportSamplesCommand): void {
  if (from !== undefined && to !== undefined && from > to) refuse(`--from ${from} is after --to ${to}`);
  if (hours === undefined) return;
  if (from !== undefined || to !== undefined) refuse('--hours excludes --from and --to');
  if (!(hours > 0 && hours <= MOST_HOURS)) refuse(`--hours must be above 0 and at most ${MOST_HOURS}`);
}

/** The names of what is written beside an export, of packed files, and of no file at all. */
function assertOutput({ output, compress }: ExportSamplesCommand): void {
  if (output === undefined) return;
  if (output === '-') refuse('--output - names no file: standard output is /dev/stdout');
  if (/(^|\/)(manifest|schema_validation)\.json$/.test(output))
    refuse(`--output ${output} is the name of a file that lies beside an export`);
  if (compress === undefined && /\.(gz|zst)$/.test(output))
    refuse(`--output ${output} is the name of a packed file: add --compress, or name another`);
}

function assertCount(option: string, value: number | undefined): void {
  if (value === undefined || (Number.isSafeInteger(value) && value >= 1)) return;
  refuse(`${option} must be a whole number of at least 1`);
}

function refuse(message: string): never {
  throw new EtalonError('USAGE', message);
}
