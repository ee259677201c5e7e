import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { LlmServer } from '../../support/llm-server.js';
import { runEtalon, type CliResult } from '../../support/run-etalon.js';
import { tinyMessages, writeTinyExport } from '../../support/tiny-export.js';

const ANSWER = `# Дайджест дня

## Главное

- В посёлке открыли новую библиотеку, в ней собрано двенадцать тысяч книг.
- Начали ремонт главной дороги, движение ограничат до конца недели.`;

describe('etalon seed --digester llm', () => {
  let folder: string;
  let server: LlmServer;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'etalon-llm-'));
    await writeTinyExport(join(folder, 'export'), 'novosti', tinyMessages(4));
    server = await LlmServer.start('sk-right');
  });
  after(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const seed = (env: Record<string, string>): Promise<CliResult> =>
    runEtalon(
      [
        ...['seed', '--from', 'telegram-export', '--path', join(folder, 'export'), '--window-end', '2024-11-04'],
        ...['--days', '4', '--digester', 'llm', '--data-dir', join(folder, 'data'), '--json'],
      ],
      { env },
    );
  const endpoint = (): Record<string, string> => ({
    LLM_URL: server.url,
    LLM_MODEL: 'judge-ru',
    LLM_API_KEY: 'sk-right',
  });

  it('says what is missing when no endpoint is configured', async () => {
    const result = await seed({});
    expect([result.exitCode, result.error().code]).to.deep.equal([1, 'LLM_NOT_CONFIGURED']);
    expect(result.error().hint).to.contain('LLM_URL');
  });

  it('stores nothing when the endpoint refuses half-way, and pays for no answer twice', async () => {
    server.replies({ kind: 'answer', text: ANSWER }, { kind: 'answer', text: ANSWER }, { kind: 'status', status: 401 });
    const refused = await seed(endpoint());
    expect([refused.exitCode, refused.error().code], refused.stderr).to.deep.equal([1, 'LLM_UNAVAILABLE']);
    expect(refused.stderr).not.to.contain('sk-right');
    server.replies({ kind: 'answer', text: ANSWER });
    const completed = await seed(endpoint());
    expect(completed.exitCode, completed.stderr).to.equal(0);
    expect(server.questions).to.have.length(2);
    expect(completed.json()).to.include({ inserted: 8 });
    expect(server.offences).to.deep.equal([]);
  });

  it('asks nothing again when nothing changed', async () => {
    server.replies({ kind: 'answer', text: 'unused' });
    const again = await seed(endpoint());
    expect(again.json()).to.include({ inserted: 0, updated: 0, unchanged: 8 });
    expect(server.questions).to.have.length(0);
  });
});
