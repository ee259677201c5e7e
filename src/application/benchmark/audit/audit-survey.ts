import type { ExportRecord } from '../../../domain/export/export-record.js';
import { SeededSelection } from '../../../domain/export/seeded-selection.js';
import type { TimeZone } from '../../../domain/time/time-zone.js';

/** A sample that was chosen, by its place in the file. */
export interface ChosenSample {
  readonly position: number;
  readonly day: string;
  /** The sample of the same channel and another day that lends its summary. */
  readonly other: number | null;
}

type Candidate = Omit<ChosenSample, 'other'>;
type Selections = Map<string, SeededSelection<Candidate>>;

/** How samples are chosen. */
export interface SurveyRules {
  /** How many at most. */
  readonly size: number;
  readonly zone: TimeZone;
  /** Puts samples into a random order that the seed decides. */
  readonly rank: (record: ExportRecord) => string;
}

/** Sees every sample of a data set once and remembers places, no texts. */
export class AuditSurvey {
  readonly #real: Selections = new Map<string, SeededSelection<Candidate>>();
  readonly #synthetic: Selections = new Map<string, SeededSelection<Candidate>>();
  #seen = 0;

  constructor(private readonly rules: SurveyRules) {}

  see(record: ExportRecord): void {
    const { size, zone, rank } = this.rules;
    const selections = record.metadata.provenance === 'synthetic' ? this.#synthetic : this.#real;
    const selection = selections.get(record.channel) ?? new SeededSelection<Candidate>(size);
    selections.set(record.channel, selection);
    selection.offer(rank(record), { position: this.#seen++, day: zone.dayOf(record.timestamp) });
  }

  get drawnFrom(): 'real' | 'synthetic' {
    return this.#real.size > 0 ? 'real' : 'synthetic';
  }

  /** The first of each channel, then the second of each, and so on; synthetic ones only where there are no others. */
  chosen(): readonly ChosenSample[] {
    const selections = this.drawnFrom === 'real' ? this.#real : this.#synthetic;
    const channels = [...selections.keys()].sort().map((channel) => withOthers(selections.get(channel)?.items() ?? []));
    const longest = channels.reduce((most, { length }) => Math.max(most, length), 0);
    const turns = Array.from({ length: longest }, (_, turn) => channels.flatMap((list) => list[turn] ?? []));
    return turns.flat().slice(0, this.rules.size);
  }
}

function withOthers(items: readonly Candidate[]): readonly ChosenSample[] {
  return items.map((item, index) => {
    const following = [...items.slice(index + 1), ...items.slice(0, index)];
    return { ...item, other: following.find(({ day }) => day !== item.day)?.position ?? null };
  });
}
