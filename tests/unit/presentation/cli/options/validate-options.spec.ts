import { IsOptional } from 'class-validator';
import { expect } from 'chai';
import { EtalonError } from '#etalon/domain/errors/etalon-error.js';
import { parseChannel } from '#etalon/domain/dataset/channel.js';
import { TimeZone } from '#etalon/domain/time/time-zone.js';
import {
  ChannelHandle,
  Day,
  DecimalNumber,
  Excludes,
  FilePath,
  KeyValue,
  OneOf,
  Text,
  WholeNumber,
  Zone,
} from '#etalon/presentation/cli/options/option-rules.js';
import { flagOf } from '#etalon/presentation/cli/options/flag-of.js';
import { validateOptions } from '#etalon/presentation/cli/options/validate-options.js';

/** The rules as a compiler with decorators applies them; the tests' own compiler has none. */
function optionsClass(rules: Record<string, PropertyDecorator | readonly PropertyDecorator[]>, defaults: object = {}) {
  class Options {
    declare value?: unknown;

    constructor() {
      Object.assign(this, defaults);
    }
  }
  for (const [property, given] of Object.entries(rules)) {
    const list = typeof given === 'function' ? [given] : given;
    for (const rule of list) rule(Options.prototype, property);
  }
  return Options;
}

const read = (rule: PropertyDecorator | readonly PropertyDecorator[], value: unknown, defaults?: object): unknown =>
  validateOptions(optionsClass({ value: rule }, defaults), value === undefined ? {} : { value }, flagOf).value;

const fault = (rule: PropertyDecorator | readonly PropertyDecorator[], value?: unknown): string => {
  try {
    read(rule, value);
  } catch (error) {
    expect(error).to.be.instanceOf(EtalonError).that.includes({ code: 'USAGE' });
    return (error as EtalonError).message;
  }
  throw new Error(`${String(value)} was taken`);
};

describe('validateOptions', () => {
  it('reads values of every kind', () => {
    expect(read(WholeNumber({ min: 1, max: 3650 }), '30')).to.equal(30);
    expect(read(DecimalNumber({ min: 0, max: 1 }), '.05')).to.equal(0.05);
    expect(read(Day(), '2024-02-29')).to.equal('2024-02-29');
    expect(read(Zone(), 'Europe/Moscow')).to.be.instanceOf(TimeZone);
    expect(read(ChannelHandle(), 'Tech_News')).to.equal('@tech_news');
    expect(read(ChannelHandle({ each: true }), ['@abcd', 'EFGH'])).to.deep.equal(['@abcd', '@efgh']);
    expect(read(FilePath(), 'a b/c')).to.equal('a b/c');
    expect(read(OneOf(['lexical', 'llm']), 'llm')).to.equal('llm');
    expect(read(Text(5), 'да')).to.equal('да');
    expect(read(KeyValue(parseChannel, 'ID=@handle'), ['1=@abcd', '2=b=c'.replace('b=c', 'efgh')])).to.deep.equal([
      ['1', '@abcd'],
      ['2', '@efgh'],
    ]);
  });

  it('keeps defaults and leaves optional ones out', () => {
    expect(read(WholeNumber({ min: 1, max: 9 }), undefined, { value: 3 })).to.equal(3);
    expect(read([IsOptional(), Day()], undefined)).to.equal(undefined);
  });

  for (const [what, rule, value, expected] of [
    ['zero', WholeNumber({ min: 1, max: 3650 }), '0', '--value must be a whole number from 1 to 3650, not "0".'],
    ['a negative number', WholeNumber({ min: 1, max: 9 }), '-1', 'not "-1"'],
    ['a fraction', WholeNumber({ min: 1, max: 9 }), '1.5', 'not "1.5"'],
    ['a number in words', WholeNumber({ min: 1, max: 9 }), 'three', 'not "three"'],
    ['a number with a tail', WholeNumber({ min: 1, max: 9 }), '3d', 'not "3d"'],
    ['an empty number', WholeNumber({ min: 0, max: 9 }), '', 'not ""'],
    ['a decimal outside', DecimalNumber({ min: 0, max: 1 }), '1.01', 'a number from 0 to 1'],
    ['no decimal', DecimalNumber({ min: 0, max: 1 }), 'NaN', 'not "NaN"'],
    ['a day that does not exist', Day(), '2024-02-30', 'a calendar day that exists'],
    ['an unknown time zone', Zone(), 'Europe/Atlantis', 'a time zone such as Europe/Moscow'],
    ['a bad channel', ChannelHandle(), '@1x', 'a channel such as @name'],
    ['an empty path', FilePath(), '', 'a path'],
    ['a path with a NUL', FilePath(), 'a\0b', 'a path'],
    ['an unknown word', OneOf(['lexical', 'llm']), 'human', 'one of lexical, llm'],
    ['blank text', Text(), '  ', 'text of 1 to 200 characters'],
    ['long text', Text(3), 'abcd', 'text of 1 to 3 characters'],
    ['a required option that is missing', Day(), undefined, '--value is required: a calendar day'],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(fault(rule, value)).to.contain(expected);
    });
  }

  it('names each bad item of a list', () => {
    expect(fault(ChannelHandle({ each: true }), ['@good_one', '@1', '@2'])).to.contain('"@1", "@2"');
    for (const pair of ['=@abcd', 'novalue', '1=@1']) {
      expect(fault(KeyValue(parseChannel, 'ID=@handle'), [pair])).to.contain(`ID=@handle, not ${JSON.stringify(pair)}`);
    }
  });

  it('refuses two options that exclude each other', () => {
    const Options = optionsClass({
      hours: [IsOptional(), Excludes('fromDay', 'to'), WholeNumber({ min: 1, max: 99 })],
    });
    expect(() => validateOptions(Options, { hours: '3', fromDay: '2024-01-01', to: '2024-01-02' }, flagOf)).to.throw(
      '--hours cannot go with --from-day, --to.',
    );
    expect(validateOptions(Options, { hours: '3' }, flagOf)).to.deep.equal({ hours: 3 });
    expect(validateOptions(Options, { fromDay: 'x' }, flagOf)).to.deep.equal({ fromDay: 'x' });
  });

  it('names every fault at once', () => {
    const Options = optionsClass({ windowEnd: Day(), days: WholeNumber({ min: 1, max: 9 }) });
    try {
      validateOptions(Options, { windowEnd: 'today', days: '0' }, flagOf);
      expect.fail('taken');
    } catch (error) {
      const faults = (error as EtalonError).details['faults'] as { option: string }[];
      expect(faults.map(({ option }) => option)).to.deep.equal(['--window-end', '--days']);
    }
  });
});
