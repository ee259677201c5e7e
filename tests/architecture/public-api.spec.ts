import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import * as api from '#etalon/index.js';

/** The names that embedders may rely on. Taking one away breaks them: change the list knowingly. */
const FROZEN = 'tests/architecture/public-api.json';

describe('public API', () => {
  it('exports exactly the frozen names', async () => {
    const frozen = JSON.parse(await readFile(FROZEN, 'utf8')) as readonly string[];
    expect(Object.keys(api).sort()).to.deep.equal(frozen, `look at ${FROZEN}`);
  });
});
