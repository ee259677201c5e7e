import type { AuditedDataset } from '../../../domain/benchmark/audit/judge-audit.js';
import type { SampleKind } from '../../../domain/dataset/sample.js';
import type { ExportRecord } from '../../../domain/export/export-record.js';
import type { RandomFactory } from '../../ports/random-factory.port.js';
import type { SampleFiles, SampleLine, SampleReading } from '../../ports/sample-files.port.js';
import type { FoundDataset } from '../find-dataset.js';
import type { ScannableFiles } from '../scan-dataset.js';
import { scanDataset } from '../scan-dataset.js';
import { AuditSurvey } from './audit-survey.js';
import type { AuditSample } from './load-audit-samples.js';
import { loadAuditSamples } from './load-audit-samples.js';

/** How to draw. */
export interface DrawOptions {
  readonly kind: SampleKind;
  readonly seed: number;
  /** How many at most. */
  readonly size: number;
  readonly signal: AbortSignal | undefined;
}

/** The samples of an audit and the data set that they are from. */
export interface AuditDraw {
  readonly samples: readonly AuditSample[];
  readonly dataset: AuditedDataset;
}

/**
 * Draws real samples by seed, each channel in its turn; synthetic ones only where there are no others. Reads the file
 * twice and keeps the texts of the chosen samples alone.
 *
 * @throws what the file does; BENCHMARK_DATASET_EMPTY; BENCHMARK_DATASET_CHANGED; INTERRUPTED.
 */
export async function drawAuditSamples(
  ports: { readonly files: SampleFiles; readonly random: RandomFactory },
  { path, zone, stated }: FoundDataset,
  { kind, seed, size, signal }: DrawOptions,
): Promise<AuditDraw> {
  const rank = ({ sampleId }: ExportRecord) => place(ports.random, seed, sampleId);
  const survey = new AuditSurvey({ size, zone, rank });
  const scanned = await scanDataset(surveyed(ports.files, survey), { path, kind, stated }, signal);
  const { sha256, byProvenance, fingerprint } = scanned;
  const samples = await loadAuditSamples(ports.files, survey.chosen(), { path, kind, fingerprint });
  const { drawnFrom } = survey;
  return { samples, dataset: { path, sha256, kind, samples: scanned.samples, byProvenance, drawnFrom } };
}

/** A random number that orders as text. */
function place(random: RandomFactory, seed: number, sampleId: string): string {
  return random.seeded(seed, `judge-audit sample ${sampleId}`).next().toFixed(16);
}

/** Files whose samples the survey sees on their way. */
function surveyed(files: SampleFiles, survey: AuditSurvey): ScannableFiles {
  return {
    fingerprint: (path) => files.fingerprint(path),
    read: (path, kind) => {
      const reading = files.read(path, kind);
      return { [Symbol.asyncIterator]: () => seen(reading, survey), sha256: () => reading.sha256() };
    },
  };
}

async function* seen(reading: SampleReading, survey: AuditSurvey): AsyncGenerator<SampleLine> {
  for await (const line of reading) {
    survey.see(line.record);
    yield line;
  }
}
