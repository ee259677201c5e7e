import { ContainerModule } from 'inversify';
import { CryptoIdGenerator } from '../../infrastructure/system/crypto-id-generator.js';
import { NodeHardwareFacts } from '../../infrastructure/system/node-hardware-facts.js';
import { NodeHasher } from '../../infrastructure/system/node-hasher.js';
import { SystemClock } from '../../infrastructure/system/system-clock.js';
import { SilentProgress } from '../../infrastructure/progress/silent-progress.js';
import { TOKENS } from '../tokens.js';

/** Clock, ids, random numbers, hashes, hardware: what the machine gives. */
export const systemModule = new ContainerModule(({ bind }) => {
  bind(TOKENS.clock)
    .toResolvedValue(() => new SystemClock())
    .inSingletonScope();
  bind(TOKENS.ids)
    .toResolvedValue((clock) => new CryptoIdGenerator(clock), [TOKENS.clock])
    .inSingletonScope();
  bind(TOKENS.hasher)
    .toResolvedValue(() => new NodeHasher())
    .inSingletonScope();
  bind(TOKENS.hardwareFacts)
    .toResolvedValue(() => new NodeHardwareFacts())
    .inSingletonScope();
  bind(TOKENS.progress)
    .toResolvedValue(() => new SilentProgress())
    .inSingletonScope();
  bind(TOKENS.random)
    .toResolvedValue(async () => {
      const { PureRandFactory } = await import('../../infrastructure/system/pure-rand-factory.js');
      return new PureRandFactory();
    })
    .inSingletonScope();
});
