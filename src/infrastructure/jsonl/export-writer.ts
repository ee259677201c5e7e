import type { ExportFile, ExportWriter } from '../../application/ports/export-writer.port.js';
import { StagedFile } from '../files/staged-file.js';
import { BufferedExportFile } from './export-writer-file.js';

/** Writes exports through large buffers under a temporary name, and puts them in their place when they are whole. */
export class JsonlExportWriter implements ExportWriter {
  async open(path: string): Promise<ExportFile> {
    return new BufferedExportFile(await StagedFile.open(path));
  }
}
