import { join } from 'node:path';
import { ContainerModule } from 'inversify';
import { ScoreDatasetUseCase } from '../../application/dataset/score/score-dataset.use-case.js';
import { TOKENS } from '../tokens.js';

/** Who scores samples; each judge is loaded when it is asked for, so that one of them costs nothing of the others. */
export const judgesModule = new ContainerModule(({ bind }) => {
  bind(TOKENS.llmAnswers)
    .toResolvedValue(
      async ({ dataDir }, hasher, shutdown) => {
        const { LlmAnswerCache } = await import('../../infrastructure/llm/llm-answer-cache.js');
        const answers = new LlmAnswerCache(join(dataDir, 'cache', 'llm', 'answers.db'), hasher);
        shutdown.register('close', 'answers of LLMs', () => answers.close());
        return answers;
      },
      [TOKENS.settings, TOKENS.hasher, TOKENS.shutdown],
    )
    .inSingletonScope();
  bind(TOKENS.ownJudges).toConstantValue([]);
  bind(TOKENS.judges)
    .toResolvedValue(
      async (textTools, settings, clock, hasher, logger, answers, own) => {
        const { ListedJudges } = await import('../../infrastructure/judges/listed-judges.js');
        return new ListedJudges(own, {
          stored: async (_scenario, { recorded = null }) => {
            const { StoredJudge } = await import('../../infrastructure/judges/stored-judge.js');
            return new StoredJudge(recorded);
          },
          lexical: async () => {
            const { LexicalJudge } = await import('../../infrastructure/judges/lexical-judge.js');
            return new LexicalJudge(textTools);
          },
          llm: async (scenario) => {
            const { configuredLlmJudge } = await import('../../infrastructure/judges/llm/configured-llm-judge.js');
            return configuredLlmJudge(scenario, { settings, clock, hasher, logger, answers });
          },
        });
      },
      [
        TOKENS.textTools,
        TOKENS.settings,
        TOKENS.clock,
        TOKENS.hasher,
        TOKENS.logger,
        TOKENS.llmAnswers,
        TOKENS.ownJudges,
      ],
    )
    .inSingletonScope();
  bind(TOKENS.scoreDataset).toResolvedValue(
    (stores, scenarios, judges, hasher, clock, metrics, progress) =>
      new ScoreDatasetUseCase({ stores, scenarios, judges, hasher, clock, metrics, progress }),
    [
      ...([TOKENS.stores, TOKENS.scenarios, TOKENS.judges, TOKENS.hasher] as const),
      ...([TOKENS.clock, TOKENS.metrics, TOKENS.progress] as const),
    ],
  );
});
