import { ContainerModule } from 'inversify';
import { TOKENS } from '../tokens.js';

/** Who scores samples; each judge is loaded when it is asked for, so that one of them costs nothing of the others. */
export const judgesModule = new ContainerModule(({ bind }) => {
  bind(TOKENS.ownJudges).toConstantValue([]);
  bind(TOKENS.judges)
    .toResolvedValue(
      async (textTools, own) => {
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
        });
      },
      [TOKENS.textTools, TOKENS.ownJudges],
    )
    .inSingletonScope();
});
