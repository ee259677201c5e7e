import { ContainerModule } from 'inversify';
import { CopyStoreUseCase } from '../../application/store/copy-store.use-case.js';
import { ConfiguredStoreTargets } from '../../infrastructure/persistence/configured-store-targets.js';
import { TOKENS } from '../tokens.js';

const { stores, storeTargets, hasher, ids, clock, progress } = TOKENS;

/** Data on their way between stores, and from files into a store. */
export const transferModule = new ContainerModule(({ bind }) => {
  bind(storeTargets)
    .toResolvedValue(
      ({ store }, clock, ids) => new ConfiguredStoreTargets(store, clock, ids),
      [TOKENS.settings, clock, ids],
    )
    .inSingletonScope();
  bind(TOKENS.copyStore).toResolvedValue(
    (stores, targets, hasher, ids, clock, progress) =>
      new CopyStoreUseCase({ stores, targets, hasher, ids, clock, progress }),
    [stores, storeTargets, hasher, ids, clock, progress],
  );
});
