import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runEtalon, startEtalon } from '../../support/run-etalon.js';

describe('a seed that is interrupted', () => {
  for (const [signal, stage] of [
    ['SIGINT', 'seed: import'],
    ['SIGTERM', 'seed: build'],
  ] as const) {
    it(`ends on ${signal} during "${stage}" with exit code 130, and the next run does the rest`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'etalon-interrupted-'));
      const args = [
        'seed',
        '--from',
        'telegram-export',
        '--path',
        'examples/telegram-export',
        '--window-end',
        '2024-12-03',
      ];
      const place = ['--data-dir', join(folder, 'data'), '--json'];
      try {
        const child = startEtalon([...args, ...place, '--log-level', 'info']);
        let stderr = '';
        child.stderr!.on('data', (chunk: Buffer) => {
          if (!stderr.includes(stage) && (stderr + chunk.toString()).includes(stage)) child.kill(signal);
          stderr += chunk.toString();
        });
        const [code] = (await once(child, 'close')) as [number];
        expect(code, stderr).to.equal(130);
        expect(JSON.parse(stderr.trim().split('\n').at(-1)!)).to.have.nested.property('error.code', 'INTERRUPTED');
        const next = await runEtalon([...args, ...place]);
        expect(next.exitCode, next.stderr).to.equal(0);
        expect(next.json()).to.include({ inserted: 300 });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  }
});
