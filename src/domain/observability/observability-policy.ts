import type { LabelRule, MetricDefinition, MetricLabels, MetricName } from './metric-catalogue.js';
import { METRIC_CATALOGUE } from './metric-catalogue.js';
import { SERIES_BUDGET, seriesCost } from './series-budget.js';

/** The value of a label that stands for all values outside the policy. */
export const OTHER = 'other';

/** What somebody wants to record. */
export interface Observation {
  readonly name: string;
  readonly type: MetricDefinition['type'];
  readonly labels: MetricLabels;
  readonly value: number;
}

/** What may be recorded instead. */
export interface Admitted {
  readonly name: MetricName;
  readonly labels: MetricLabels;
}

/** Identifiers are never labels: hexadecimal hashes and object ids, UUIDs, our own time-sorted ids. */
const LOOKS_LIKE_ID = /^(?:[0-9a-f]{24,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{13,}|[a-z]+-[0-9a-hjkmnp-tv-z]{22})$/i;
const LONGEST_VALUE = 100;

/**
 * Holds metrics to the catalogue. What is outside it (a name, a type, a label, a value that the catalogue does not list,
 * an id) is a defect in code: `strict` throws, otherwise values become `other` and unknown metrics are left out. A label
 * with a cap takes new values up to its cap, then `other`; so do all labels of a metric once the series of all metrics
 * together would pass the budget (in both modes: that depends on data, not on code). The budget is counted as series come
 * into being, because the catalogue's caps multiply to more than ever lives at once; room for the `other` series of every
 * metric is kept free.
 */
export class ObservabilityPolicy {
  readonly #seen = new Map<string, Set<string>>();
  readonly #series = new Set<string>();
  #used = reserve();

  constructor(
    private readonly strict: boolean,
    private readonly budget: number = SERIES_BUDGET,
  ) {}

  /** Series that live, with the room that is kept for `other`. */
  get seriesInUse(): number {
    return this.#used;
  }

  /**
   * @returns what to record, or `undefined` when nothing can be.
   * @throws RangeError in strict mode for whatever is outside the catalogue.
   */
  admit(observation: Observation): Admitted | undefined {
    const definition = definitionOf(observation.name);
    if (definition?.type !== observation.type) {
      this.#defect(`no ${observation.type} ${observation.name}`);
      return undefined;
    }
    if (!isPossible(observation)) {
      this.#defect(`${observation.name} cannot be ${observation.value}`);
      return undefined;
    }
    return this.#admitTo(definition, observation);
  }

  #admitTo(definition: MetricDefinition, observation: Observation): Admitted {
    const name = observation.name as MetricName;
    this.#refuseExtraLabels(definition, observation);
    const labels = Object.entries(definition.labels).map(
      ([label, rule]) => [label, this.#labelValue(`${name}.${label}`, rule, observation.labels[label])] as const,
    );
    return { name, labels: this.#withinBudget(name, definition, Object.fromEntries(labels)) };
  }

  #refuseExtraLabels(definition: MetricDefinition, { name, labels }: Observation): void {
    const extra = Object.keys(labels).filter((label) => !Object.hasOwn(definition.labels, label));
    if (extra.length > 0) this.#defect(`${name} has no label ${extra.join(', ')}`);
  }

  #labelValue(path: string, rule: LabelRule, value: string | undefined): string {
    if (value === OTHER) return OTHER;
    const listed = 'oneOf' in rule && value !== undefined && rule.oneOf.includes(value);
    const free = 'atMost' in rule && value !== undefined && isLabelText(value);
    if (listed) return value;
    if (free) return this.#capped(path, rule.atMost, value);
    this.#defect(`${path} cannot be ${value ?? 'missing'}`);
    return OTHER;
  }

  #capped(path: string, cap: number, value: string): string {
    const seen = this.#seen.get(path) ?? new Set<string>();
    this.#seen.set(path, seen);
    if (!seen.has(value) && seen.size >= cap) return OTHER;
    seen.add(value);
    return value;
  }

  #withinBudget(name: MetricName, definition: MetricDefinition, labels: MetricLabels): MetricLabels {
    const values = Object.values(labels);
    if (values.every((value) => value === OTHER)) return labels;
    const series = JSON.stringify([name, ...values]);
    if (this.#series.has(series)) return labels;
    const cost = seriesCost(definition);
    if (this.#used + cost > this.budget) return othersOf(definition);
    this.#used += cost;
    this.#series.add(series);
    return labels;
  }

  #defect(message: string): void {
    if (this.strict) throw new RangeError(`Outside the metric catalogue: ${message}.`);
  }
}

function definitionOf(name: string): MetricDefinition | undefined {
  return Object.hasOwn(METRIC_CATALOGUE, name) ? METRIC_CATALOGUE[name as MetricName] : undefined;
}

function isPossible({ type, value }: Observation): boolean {
  return Number.isFinite(value) && (type !== 'counter' || value >= 0);
}

function isLabelText(value: string): boolean {
  return value !== '' && value.length <= LONGEST_VALUE && !LOOKS_LIKE_ID.test(value);
}

function othersOf(definition: MetricDefinition): MetricLabels {
  return Object.fromEntries(Object.keys(definition.labels).map((label) => [label, OTHER]));
}

function reserve(): number {
  return Object.values(METRIC_CATALOGUE).reduce((sum, definition) => sum + seriesCost(definition), 0);
}
