import { ExportSamplesUseCase } from '#etalon/application/export/export-samples.use-case.js';
import type { Store } from '#etalon/application/ports/store.port.js';
import { exportPorts } from './export-ports.js';
import { MemoryStore } from './memory-store.js';

/** An exporter of any store, with real files under `folder`. */
export function exporterOver(store: Store, folder: string): ExportSamplesUseCase {
  const provider = { open: () => Promise.resolve(store), openExisting: () => Promise.resolve(store) };
  const stores = { ...provider, close: () => Promise.resolve() };
  const ports = { ...exportPorts(new MemoryStore(), folder), stores };
  return new ExportSamplesUseCase(ports, { createdBy: 'etalon 1.2.3', defaultTimezone: 'Europe/Moscow' });
}
