import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';

interface Pages {
  readonly referencePages: () => readonly { readonly path: string; readonly text: string }[];
}

describe('generated pages', () => {
  it('are what the code says now', async () => {
    const { referencePages } = (await import(pathToFileURL(resolve('scripts/reference-pages.mjs')).href)) as Pages;
    const pages = referencePages();
    expect(pages.map(({ path }) => path)).to.include.members([
      'docs/reference/en/ERRORS.md',
      'docs/operational/observability_labels.md',
    ]);
    for (const { path, text } of pages) {
      expect(await readFile(path, 'utf8'), `run node scripts/write-reference.mjs for ${path}`).to.equal(text);
    }
  });
});
