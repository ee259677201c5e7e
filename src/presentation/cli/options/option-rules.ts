import type { ValidationOptions } from 'class-validator';
import { ValidateBy } from 'class-validator';
import { parseChannel } from '../../../domain/dataset/channel.js';
import { parseCalendarDay } from '../../../domain/time/calendar-day.js';
import { TimeZone } from '../../../domain/time/time-zone.js';
import { flagOf } from './flag-of.js';
import { optionRule } from './option-rule.js';

/** The bounds of a number, both included. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** A whole number: `number`. */
export function WholeNumber({ min, max }: Bounds): PropertyDecorator {
  const parse = (text: string) => (/^[+-]?\d{1,16}$/.test(text) ? inside(Number(text), { min, max }) : undefined);
  return optionRule({ name: 'wholeNumber', parse, expected: `a whole number from ${min} to ${max}` });
}

const MOST_SEED = 4_294_967_295;

/** The seed of everything random, 32 bits: `number`. */
export function SeedNumber(): PropertyDecorator {
  return WholeNumber({ min: 0, max: MOST_SEED });
}

/** A decimal number: `number`. */
export function DecimalNumber({ min, max }: Bounds): PropertyDecorator {
  const shape = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
  const parse = (text: string) => (shape.test(text) ? inside(Number(text), { min, max }) : undefined);
  return optionRule({ name: 'decimalNumber', parse, expected: `a number from ${min} to ${max}` });
}

/** A day that exists: `CalendarDay`. */
export function Day(): PropertyDecorator {
  return optionRule({
    name: 'calendarDay',
    parse: parseCalendarDay,
    expected: 'a calendar day that exists, as YYYY-MM-DD',
  });
}

/** A time zone of the IANA database: `TimeZone`. */
export function Zone(): PropertyDecorator {
  return optionRule({
    name: 'timeZone',
    parse: (text) => TimeZone.named(text),
    expected: 'a time zone such as Europe/Moscow',
  });
}

const CHANNEL = 'a channel such as @name (a letter, then 3 to 31 letters, digits or _)';

/** A channel's handle, or with `{ each: true }` a list of them: `Channel`. */
export function ChannelHandle(options?: ValidationOptions): PropertyDecorator {
  return optionRule({ name: 'channel', parse: parseChannel, expected: CHANNEL }, options);
}

/** The same, as it was written: a store may have handles of another case. `string`. */
export function ChannelName(options?: ValidationOptions): PropertyDecorator {
  const parse = (text: string) => (parseChannel(text) === undefined ? undefined : text);
  return optionRule({ name: 'channel', parse, expected: CHANNEL }, options);
}

/** A path, or with `{ each: true }` a list of them: `string`. */
export function FilePath(options?: ValidationOptions): PropertyDecorator {
  const parse = (text: string) => (text === '' || text.includes('\0') ? undefined : text);
  return optionRule({ name: 'path', parse, expected: 'a path' }, options);
}

/** One of some words: that word. */
export function OneOf(words: readonly string[]): PropertyDecorator {
  const parse = (text: string) => (words.includes(text) ? text : undefined);
  return optionRule({ name: 'oneOf', parse, expected: `one of ${words.join(', ')}` });
}

/** The stage of a plan, such as `05_03`: `string`. */
export function StageName(): PropertyDecorator {
  const parse = (text: string) => (/^[a-z0-9][a-z0-9_]{0,31}$/.test(text) ? text : undefined);
  return optionRule({ name: 'stage', parse, expected: 'a stage such as 05_03' });
}

/** A name or free text of 1 to `max` characters that is not blank: `string`. */
export function Text(max = 200): PropertyDecorator {
  const parse = (text: string) => (text.trim() === '' || text.length > max ? undefined : text);
  return optionRule({ name: 'text', parse, expected: `text of 1 to ${max} characters` });
}

/**
 * `KEY=VALUE`, repeatable: a list of `[key, value]`.
 *
 * @param parseValue - reads the part behind the first `=`; `undefined` refuses it.
 */
export function KeyValue(parseValue: (text: string) => unknown, expected: string): PropertyDecorator {
  const parse = (text: string): readonly [string, unknown] | undefined => {
    const at = text.indexOf('=');
    const value = at < 1 ? undefined : parseValue(text.slice(at + 1));
    return value === undefined ? undefined : [text.slice(0, at), value];
  };
  return optionRule({ name: 'keyValue', parse, expected }, { each: true });
}

/** Refuses the option beside any of these (named as properties). Put `@IsOptional()` on the same property. */
export function Excludes(...others: readonly string[]): PropertyDecorator {
  const given = (object: object) => others.filter((name) => Reflect.get(object, name) !== undefined);
  return ValidateBy({
    name: 'excludes',
    constraints: [...others],
    validator: {
      validate: (_value, args) => args === undefined || given(args.object).length === 0,
      defaultMessage: (args) =>
        `cannot go with ${given(args?.object ?? {})
          .map(flagOf)
          .join(', ')}`,
    },
  });
}

function inside(value: number, { min, max }: Bounds): number | undefined {
  return value >= min && value <= max ? value : undefined;
}
