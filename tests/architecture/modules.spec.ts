import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';

describe('modules', () => {
  it('can all be loaded, and do nothing but define things when they are', async () => {
    const files = (await readdir('dist', { recursive: true })).filter((file) => file.endsWith('.js'));
    const before = { cwd: process.cwd(), listeners: process.eventNames().length, env: { ...process.env } };
    for (const file of files.filter((name) => name !== join('presentation', 'cli', 'main.js'))) {
      await import(pathToFileURL(resolve('dist', file)).href);
    }
    expect({
      cwd: process.cwd(),
      listeners: process.eventNames().length,
      env: { ...process.env },
    }).to.deep.equal(before);
  });
});
