import type { Judge, JudgeChoice, JudgeRegistry } from '../../application/ports/judge.port.js';
import type { Scenario } from '../../domain/benchmark/scenario.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';

/** Makes a judge for a scenario, loading what it needs first. */
export type JudgeMaker = (scenario: Scenario, choice: JudgeChoice) => Promise<Judge>;

/** The judges that this process has, by kind; each is made when it is asked for. */
export class ListedJudges implements JudgeRegistry {
  readonly #makers: ReadonlyMap<string, JudgeMaker>;

  /** @param judges those that are there already; one of a kind that a maker has takes its place. */
  constructor(judges: readonly Judge[], makers: Readonly<Record<string, JudgeMaker>> = {}) {
    const ready = judges.map((judge) => [judge.kind, () => Promise.resolve(judge)] as const);
    this.#makers = new Map([...Object.entries(makers), ...ready]);
  }

  get kinds(): readonly string[] {
    return [...this.#makers.keys()].sort();
  }

  async named(kind: string, scenario: Scenario, choice: JudgeChoice = {}): Promise<Judge> {
    const maker = this.#makers.get(kind);
    if (maker === undefined) throw this.#unknown(kind, choice);
    return await maker(scenario, choice);
  }

  #unknown(kind: string, { live = false }: JudgeChoice): EtalonError {
    const known = this.kinds.filter((name) => !live || name !== 'stored');
    return new EtalonError('BENCHMARK_JUDGE_UNKNOWN', `There is no judge "${kind}".`, {
      hint: `Choose --judge ${known.join(' or ')}.`,
      details: { judge: kind, known },
    });
  }
}
