import type { ExportedAs } from '../../domain/benchmark/benchmark-run.js';
import type { SampleKind } from '../../domain/dataset/sample.js';
import type { ExportRecord } from '../../domain/export/export-record.js';

/** A sample with the line that it stands on, from 1. */
export interface SampleLine {
  readonly line: number;
  readonly record: ExportRecord;
}

/** One reading of a data set file. */
export interface SampleReading extends AsyncIterable<SampleLine> {
  /** SHA-256 of the file's bytes; only once everything was read. */
  sha256(): string;
}

/** A sample with its place among those of the file, from 0. */
export interface PickedSample {
  readonly position: number;
  readonly record: ExportRecord;
}

/** What the manifest beside a data set file says of it; `null` where there is none or it does not say. */
export interface SampleFileFacts {
  readonly dataset: string | null;
  readonly timezone: string | null;
  /** SHA-256 of the file's bytes as it was written. */
  readonly sha256: string | null;
  readonly exported: ExportedAs | null;
}

/** Data sets as files of JSON lines, as exports write them. */
export interface SampleFiles {
  /**
   * Reads a file as a stream: memory does not grow with its size.
   *
   * @throws BENCHMARK_DATASET_NOT_FOUND; BENCHMARK_DATASET_INVALID with file and line, from the iteration.
   */
  read(path: string, kind: SampleKind): SampleReading;
  /**
   * Reads the samples at some places, in the order of `positions`, from a file that holds them: it is gone through once
   * for every thousand of them.
   */
  pick(path: string, kind: SampleKind, positions: readonly number[]): AsyncIterable<PickedSample>;
  /**
   * What changes whenever the file is written to, found out without reading it.
   *
   * @throws BENCHMARK_DATASET_NOT_FOUND
   */
  fingerprint(path: string): Promise<string>;
  /** SHA-256 of the file's bytes. @throws BENCHMARK_DATASET_NOT_FOUND */
  sha256(path: string): Promise<string>;
  /** What is known about a file from the manifest beside it. */
  facts(path: string): Promise<SampleFileFacts>;
}
