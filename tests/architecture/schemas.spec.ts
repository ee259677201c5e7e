import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { expect } from 'chai';

const FOLDER = 'config/schemas';
/** Manifests name these by hash. */
const OF_LINES = ['digest-export', 'review-report-export'];

describe('changelog of the schemas', () => {
  it('has a line for the version of each schema, with the hash where manifests name it, and for no other schema', async () => {
    const log = await readFile(`${FOLDER}/CHANGELOG.md`, 'utf8');
    const rows = [...log.matchAll(/^\| `([\w-]+)` \| (\d+\.\d+\.\d+) \| (.+) \|$/gm)].map(([, ...cells]) => cells);
    const names: string[] = [];
    for (const file of (await readdir(FOLDER)).filter((name) => name.endsWith('.schema.json'))) {
      const text = await readFile(`${FOLDER}/${file}`, 'utf8');
      const name = file.replace('.schema.json', '');
      const { version } = JSON.parse(text) as { version: string };
      const row = rows.find((cells) => cells[0] === name && cells[1] === version);
      expect(row, `${name} ${version} has no line in ${FOLDER}/CHANGELOG.md`).not.to.equal(undefined);
      const hash = createHash('sha256').update(text).digest('hex');
      if (OF_LINES.includes(name))
        expect(row?.[2], `${name} changed: give it another version and line`).to.contain(hash);
      names.push(name);
    }
    expect([...new Set(rows.map(([name]) => name))].sort()).to.deep.equal(names.sort());
  });
});
