import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect } from 'chai';
import { createContainer } from '#etalon/composition/create-container.js';
import type { ServiceName } from '#etalon/composition/service-map.js';
import { TOKENS } from '#etalon/composition/tokens.js';
import { loadSettings } from '#etalon/infrastructure/config/load-settings.js';

describe('container', () => {
  let cwd: string;
  before(async () => {
    cwd = await mkdtemp(`${tmpdir()}/etalon-container-`);
  });
  after(() => rm(cwd, { recursive: true }));

  for (const name of Object.keys(TOKENS) as ServiceName[]) {
    it(`resolves ${name}`, async () => {
      const env = { LLM_URL: 'http://127.0.0.1:9', LLM_MODEL: 'none' };
      const container = createContainer(await loadSettings({ env, cwd }));
      expect(await container.get(name)).not.to.equal(undefined);
      await container.close();
    });
  }
});
