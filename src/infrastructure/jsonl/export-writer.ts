import type { ExportFile, ExportWriter } from '../../application/ports/export-writer.port.js';
import type { Compression } from '../../domain/export/compression.js';
import { COMPRESSION_SUFFIXES } from '../../domain/export/compression.js';
import { StagedFile } from '../files/staged-file.js';
import { CompressedFile, compressorOf } from './compressed-file.js';
import { BufferedExportFile } from './export-writer-file.js';

/** Writes exports through large buffers under a temporary name, and puts them in their place when they are whole. */
export class JsonlExportWriter implements ExportWriter {
  async open(path: string, compression?: Compression): Promise<ExportFile> {
    if (compression === undefined) return new BufferedExportFile(await StagedFile.open(path));
    const compressor = compressorOf(compression);
    const file = await StagedFile.open(await suffixed(path, COMPRESSION_SUFFIXES[compression]));
    return new BufferedExportFile(new CompressedFile(file, compressor));
  }
}

async function suffixed(path: string, suffix: string): Promise<string> {
  return path.endsWith(suffix) || (await StagedFile.isStraight(path)) ? path : `${path}${suffix}`;
}
