import type { Judge, JudgeRegistry } from '../../application/ports/judge.port.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';

/** The judges that this process has, by kind. */
export class ListedJudges implements JudgeRegistry {
  readonly #judges: ReadonlyMap<string, Judge>;

  constructor(judges: readonly Judge[]) {
    this.#judges = new Map(judges.map((judge) => [judge.kind, judge]));
  }

  named(kind: string): Promise<Judge> {
    const judge = this.#judges.get(kind);
    return judge === undefined ? Promise.reject(this.#unknown(kind)) : Promise.resolve(judge);
  }

  #unknown(kind: string): EtalonError {
    const known = [...this.#judges.keys()].sort();
    return new EtalonError('BENCHMARK_JUDGE_UNKNOWN', `There is no judge "${kind}".`, {
      hint: `Choose --judge ${known.join(' or ')}.`,
      details: { judge: kind, known },
    });
  }
}
