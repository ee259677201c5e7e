import type { ServiceIdentifier } from 'inversify';
import type { ServiceMap, ServiceName } from './service-map.js';

/** The typed token of each service. */
export const TOKENS: { readonly [N in ServiceName]: ServiceIdentifier<ServiceMap[N]> } = {
  settings: Symbol('settings'),
  shutdown: Symbol('shutdown'),
  clock: Symbol('clock'),
  ids: Symbol('ids'),
  random: Symbol('random'),
  hasher: Symbol('hasher'),
  hardwareFacts: Symbol('hardwareFacts'),
  progress: Symbol('progress'),
  logger: Symbol('logger'),
  metrics: Symbol('metrics'),
  tracer: Symbol('tracer'),
  spanLog: Symbol('spanLog'),
  spanTree: Symbol('spanTree'),
  stores: Symbol('stores'),
  mongoClient: Symbol('mongoClient'),
  publisher: Symbol('publisher'),
  paths: Symbol('paths'),
  textTools: Symbol('textTools'),
  postSource: Symbol('postSource'),
  spools: Symbol('spools'),
  digesters: Symbol('digesters'),
  seedBenchmarkData: Symbol('seedBenchmarkData'),
  verifyDataset: Symbol('verifyDataset'),
  listDatasets: Symbol('listDatasets'),
  showDataset: Symbol('showDataset'),
  removeDataset: Symbol('removeDataset'),
  adoptDataset: Symbol('adoptDataset'),
};
