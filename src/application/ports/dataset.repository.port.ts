import type { BenchmarkDataset } from '../../domain/dataset/benchmark-dataset.js';

/** The records of data sets. */
export interface DatasetRepository {
  find(name: string): Promise<BenchmarkDataset | undefined>;
  /** All of them, by name. */
  list(): Promise<readonly BenchmarkDataset[]>;
  save(dataset: BenchmarkDataset): Promise<void>;
  /** Forgets the record; says whether there was one. */
  remove(name: string): Promise<boolean>;
}
