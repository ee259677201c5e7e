import type { MongoClient } from 'mongodb';
import type { Clock } from '../application/ports/clock.port.js';
import type { HardwareFactsPort } from '../application/ports/hardware-facts.port.js';
import type { Hasher } from '../application/ports/hasher.port.js';
import type { IdGenerator } from '../application/ports/id-generator.port.js';
import type { JudgePool } from '../application/ports/judge-pool.port.js';
import type { Judge, JudgeRegistry } from '../application/ports/judge.port.js';
import type { SampleFiles } from '../application/ports/sample-files.port.js';
import type { ScenarioRepository } from '../application/ports/scenario.repository.port.js';
import type { Logger } from '../application/ports/logger.port.js';
import type { MetricsPort } from '../application/ports/metrics.port.js';
import type { DigesterRegistry } from '../application/ports/digester.port.js';
import type { PostSource } from '../application/ports/post-source.port.js';
import type { SeedSpoolFactory } from '../application/ports/post-spool.port.js';
import type { DocumentSchemas } from '../application/ports/document-schemas.port.js';
import type { ExportFolders } from '../application/ports/export-folders.port.js';
import type { ExportSchemas } from '../application/ports/export-schemas.port.js';
import type { ExportReplay } from '../application/export/verify/export-replay.js';
import type { ScratchFolders } from '../application/ports/scratch-folders.port.js';
import type { ExportWriter } from '../application/ports/export-writer.port.js';
import type { FolderLock } from '../application/ports/folder-lock.port.js';
import type { HumanLabels } from '../application/ports/human-labels.port.js';
import type { PilotPlans } from '../application/ports/pilot-plans.port.js';
import type { DataPaths, FilePublisher } from '../application/ports/publisher.port.js';
import type { StoreProvider } from '../application/ports/store.port.js';
import type { DocumentFiles } from '../application/ports/document-files.port.js';
import type { ImportSpoolFactory } from '../application/ports/import-spool.port.js';
import type { SampleDocuments } from '../application/ports/sample-documents.port.js';
import type { StoreTargets } from '../application/ports/store-targets.port.js';
import type { TextTools } from '../application/ports/text-tools.port.js';
import type { ProgressReporter } from '../application/ports/progress.port.js';
import type { RandomFactory } from '../application/ports/random-factory.port.js';
import type { Settings } from '../application/ports/settings.port.js';
import type { SpanLog } from '../application/ports/span-log.port.js';
import type { Tracer } from '../application/ports/tracer.port.js';
import type { LlmAnswerCache } from '../infrastructure/llm/llm-answer-cache.js';
import type { InMemoryTracer } from '../infrastructure/tracing/in-memory-tracer.js';
import type { CommandServiceMap } from '../presentation/cli/command-services.js';
import type { ShutdownSequence } from './shutdown.js';

/**
 * Everything that the container can give, by name. Each name is a token (`tokens.ts`), may be asked for with
 * `container.get(name)`, and may be replaced by an override.
 */
export interface ServiceMap extends CommandServiceMap {
  readonly settings: Settings;
  readonly shutdown: ShutdownSequence;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly random: RandomFactory;
  readonly hasher: Hasher;
  readonly hardwareFacts: HardwareFactsPort;
  readonly progress: ProgressReporter;
  readonly logger: Logger;
  readonly metrics: MetricsPort;
  readonly tracer: Tracer;
  readonly spanLog: SpanLog;
  readonly stores: StoreProvider;
  /** A client of the embedding application, to use in place of one made from the settings; it stays open. */
  readonly mongoClient: MongoClient | null;
  readonly storeTargets: StoreTargets;
  readonly documentFiles: DocumentFiles;
  readonly sampleDocuments: SampleDocuments;
  readonly importSpools: ImportSpoolFactory;
  readonly publisher: FilePublisher;
  readonly paths: DataPaths;
  readonly folderLock: FolderLock;
  readonly textTools: TextTools;
  readonly postSource: PostSource;
  readonly spools: SeedSpoolFactory;
  readonly digesters: DigesterRegistry;
  readonly pilotPlans: PilotPlans;
  readonly humanLabels: HumanLabels;
  readonly scenarios: ScenarioRepository;
  readonly judges: JudgeRegistry;
  /** Answers of language models, kept so that none is paid for twice. */
  readonly llmAnswers: LlmAnswerCache;
  /** Judges of the embedding application, beside the product's own or in the place of one of the same kind. */
  readonly ownJudges: readonly Judge[];
  /** Judges of this process, unless an application brings others that take samples from a queue. */
  readonly judgePool: JudgePool;
  readonly sampleFiles: SampleFiles;
  readonly exportWriter: ExportWriter;
  readonly exportSchemas: ExportSchemas;
  readonly documentSchemas: DocumentSchemas;
  readonly exportFolders: ExportFolders;
  readonly exportReplay: ExportReplay;
  readonly scratch: ScratchFolders;
  /** The tracer with its view of where the running code is. */
  readonly spanTree: InMemoryTracer;
}

export type ServiceName = keyof ServiceMap;
