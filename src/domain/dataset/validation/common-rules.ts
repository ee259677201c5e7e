import { toIso } from '../../time/instant.js';
import type { TimeWindow } from '../../time/time-window.js';
import { parseChannel } from '../channel.js';
import { SCORE_NAMES } from '../judge-scores.js';
import type { Sample } from '../sample.js';
import type { RuleName, RuleViolation } from './rule-violation.js';

/** The rules that digests and review reports share. */
export function commonViolations(sample: Sample, window: TimeWindow): readonly RuleViolation[] {
  return [
    ...when(!isText(sample.id), 'id_present', 'The record has no id.'),
    ...channelViolations(sample),
    ...when(sample.language !== 'ru', 'language_ru', `language is ${shown(sample.language)}, not "ru".`),
    ...latencyViolations(sample),
    ...flagViolations(sample),
    ...timestampViolations(sample, window),
    ...scoreViolations(sample),
  ];
}

/** One violation when the rule is broken, none otherwise. */
export function when(broken: boolean, rule: RuleName, message: string): readonly RuleViolation[] {
  return broken ? [{ rule, message }] : [];
}

/** Says whether something is a text that has more than white space; data may come from outside. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** Any value as a message shows it: the start of texts, only the kind of objects. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The fields of any value; none when it has no fields. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function channelViolations({ channel }: Sample): readonly RuleViolation[] {
  const valid = isText(channel) && parseChannel(channel) === channel;
  return when(
    !valid,
    'channel_shape',
    `channel is ${shown(channel)}, not "@" and a handle: a small letter, then 3 to 31 of a–z, 0–9 and _.`,
  );
}

function latencyViolations({ latencySeconds }: Sample): readonly RuleViolation[] {
  const valid = typeof (latencySeconds as unknown) === 'number' && latencySeconds > 0;
  return when(
    !(valid && Number.isFinite(latencySeconds)),
    'latency_positive',
    `latency_seconds is ${shown(latencySeconds)}, not a positive number of seconds.`,
  );
}

function flagViolations({ metadata }: Sample): readonly RuleViolation[] {
  const flags = fieldsOf(metadata)['featureFlags'];
  if (typeof flags !== 'object' || flags === null || Array.isArray(flags))
    return [{ rule: 'flags_boolean', message: `feature_flags is ${shown(flags)}, not a set of flags.` }];
  return Object.entries(flags).flatMap(([name, value]) =>
    when(typeof value !== 'boolean', 'flags_boolean', `feature_flags.${name} is ${shown(value)}, not true or false.`),
  );
}

function timestampViolations({ createdAt }: Sample, window: TimeWindow): readonly RuleViolation[] {
  if (!Number.isInteger(createdAt) || Math.abs(createdAt) > 8.64e15)
    return [{ rule: 'timestamp_in_window', message: `created_at is ${shown(createdAt)}, not a moment.` }];
  return when(
    !window.contains(createdAt),
    'timestamp_in_window',
    `created_at ${toIso(createdAt)} lies outside ${window.first} … ${window.last} (${window.zone.name}).`,
  );
}

function scoreViolations({ judge }: Sample): readonly RuleViolation[] {
  if (judge === undefined) return [];
  const scores = fieldsOf(fieldsOf(judge)['scores']);
  return SCORE_NAMES.map((name) => [name, scores[name]] as const).flatMap(([name, score]) =>
    when(
      !(typeof score === 'number' && score >= 0 && score <= 1),
      'scores_in_range',
      `llm_judge.scores.${name} is ${shown(score)}, not a number in 0…1.`,
    ),
  );
}
