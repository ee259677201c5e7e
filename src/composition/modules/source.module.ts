import { ContainerModule } from 'inversify';
import { TOKENS } from '../tokens.js';

/** Where posts come from and who digests them; loaded when a seed needs them. */
export const sourceModule = new ContainerModule(({ bind }) => {
  bind(TOKENS.postSource)
    .toResolvedValue(async () => {
      const { TelegramExportSource } = await import('../../infrastructure/telegram/telegram-export-source.js');
      return new TelegramExportSource();
    })
    .inSingletonScope();
  bind(TOKENS.spools)
    .toResolvedValue(
      async ({ dataDir }, clock) => {
        const { SqliteSeedSpoolFactory } = await import('../../infrastructure/spool/sqlite-seed-spool.factory.js');
        return new SqliteSeedSpoolFactory(dataDir, clock);
      },
      [TOKENS.settings, TOKENS.clock],
    )
    .inSingletonScope();
  bind(TOKENS.textTools)
    .toResolvedValue(async () => {
      const { RussianTextTools } = await import('../../infrastructure/text/russian-text-tools.js');
      return new RussianTextTools();
    })
    .inSingletonScope();
  bind(TOKENS.digesters)
    .toResolvedValue(
      async ({ llm, configDirs, redact }, clock, textTools, answers) => {
        const { Digesters } = await import('../../infrastructure/digesters.js');
        return new Digesters({ llm, configDirs, redact }, clock, textTools, answers);
      },
      [TOKENS.settings, TOKENS.clock, TOKENS.textTools, TOKENS.llmAnswers],
    )
    .inSingletonScope();
});
