import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { ErrorCode } from '#etalon/domain/errors/error-catalogue.js';
import { ERROR_CATALOGUE } from '#etalon/domain/errors/error-catalogue.js';

const codes = Object.keys(ERROR_CATALOGUE) as ErrorCode[];

/** Answers that are "no": commands give them with their document and exit code 2, so nothing throws them. */
const ANSWERS = ['DATASET_BELOW_FLOOR', 'DATASET_COUNTS_UNSTABLE'];

describe('error codes', () => {
  for (const code of codes) {
    it(`${code} is mapped for the command line, HTTP and MCP, and says what to do`, () => {
      const { exitCode, httpStatus, mcpCode, meaning, hint } = ERROR_CATALOGUE[code];
      expect(code).to.match(/^[A-Z]+(_[A-Z]+)*$/);
      expect([1, 2, 4, 64, 130]).to.include(exitCode);
      expect(httpStatus).to.be.within(400, 599);
      expect(mcpCode).to.be.within(-32_768, -32_000);
      expect(meaning).to.match(/^[A-Z].*\.$/);
      expect(hint).to.match(/^\S.*\.$/);
    });
  }

  it('are documented, each once, with the same numbers', async () => {
    const page = await readFile('docs/reference/en/ERRORS.md', 'utf8');
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` \|.*\| (\d+) \| (\d+) \| (-\d+) \|$/gm)];
    expect(rows.map(([, code]) => code)).to.deep.equal([...codes].sort());
    for (const [, code, exitCode, httpStatus, mcpCode] of rows) {
      const entry = ERROR_CATALOGUE[code as ErrorCode];
      expect([exitCode, httpStatus, mcpCode]).to.deep.equal(
        [entry.exitCode, entry.httpStatus, entry.mcpCode].map(String),
      );
    }
  });

  it('are raised somewhere: a code that nothing raises tells of nothing', async () => {
    const files = (await readdir('src', { recursive: true })).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.errors.ts'),
    );
    const texts = await Promise.all(files.map((file) => readFile(join('src', file), 'utf8')));
    const source = texts.join('\n');
    expect(codes.filter((code) => !ANSWERS.includes(code) && !source.includes(`'${code}'`))).to.deep.equal([]);
  });
});
