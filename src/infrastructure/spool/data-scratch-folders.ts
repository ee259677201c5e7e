import type { Clock } from '../../application/ports/clock.port.js';
import type { ScratchFolders } from '../../application/ports/scratch-folders.port.js';
import { SpoolFolder } from './spool-folder.js';

/** Scratch folders under `<dataDir>/tmp`, named by their process, so that the next one sweeps what a killed one left. */
export class DataScratchFolders implements ScratchFolders {
  constructor(
    private readonly dataDir: string,
    private readonly clock: Clock,
  ) {}

  async use<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = await SpoolFolder.make(this.dataDir, this.clock.now(), 'verify');
    try {
      return await work(folder.path);
    } finally {
      await folder.remove();
    }
  }
}
