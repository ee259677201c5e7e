import { join } from 'node:path';
import type { DocsFolder } from '../../application/ports/docs-folder.port.js';

/** The folder that `--docs-dir` or the settings name. */
export class ConfiguredDocsFolder implements DocsFolder {
  constructor(private readonly docsDir: string) {}

  pathOf(page: string): string {
    return join(this.docsDir, page);
  }
}
