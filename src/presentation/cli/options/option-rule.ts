import { Transform } from 'class-transformer';
import type { ValidateByOptions, ValidationOptions } from 'class-validator';
import { ValidateBy } from 'class-validator';

/** A text that a parser refused; it stays in the property until the validator has named it. */
class Rejected {
  constructor(readonly text: string) {}
}

/** How a kind of value is read and what is said when it cannot be. */
export interface OptionRule<T> {
  readonly name: string;
  /** The value, or `undefined` when the text is none. */
  readonly parse: (text: string) => T | undefined;
  /** Completes "--days must be …". */
  readonly expected: string;
}

/** Makes a property decorator of a rule: texts become values, and what cannot be read is a fault. */
export function optionRule(rule: OptionRule<unknown>, options: ValidationOptions = {}): PropertyDecorator {
  const read = (value: unknown): unknown =>
    typeof value === 'string' ? (rule.parse(value) ?? new Rejected(value)) : value;
  const transform = Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map(read) : read(value),
  );
  const validate = ValidateBy({ name: rule.name, validator: validatorOf(rule) }, options);
  return (target, property) => {
    transform(target, property);
    validate(target, property);
  };
}

function validatorOf({ expected }: OptionRule<unknown>): ValidateByOptions['validator'] {
  return {
    validate: (value: unknown) => value !== undefined && !(value instanceof Rejected),
    defaultMessage: (args) => complaint(args?.value, expected),
  };
}

function complaint(value: unknown, expected: string): string {
  const rejected = (Array.isArray(value) ? value : [value]).filter((item) => item instanceof Rejected);
  if (rejected.length === 0) return `is required: ${expected}`;
  return `must be ${expected}, not ${rejected.map(({ text }) => JSON.stringify(text)).join(', ')}`;
}
