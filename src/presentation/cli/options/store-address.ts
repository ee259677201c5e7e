import { ValidateBy } from 'class-validator';

const EXPECTED = 'a MongoDB URL (mongodb://HOST:PORT/NAME) or the path of an SQLite file';

/** Where a store is: `string`. What was given is not quoted, because it may hold a password. */
export function StoreAddress(): PropertyDecorator {
  return ValidateBy({
    name: 'storeAddress',
    validator: {
      validate: isAddress,
      defaultMessage: (args) => (args?.value === undefined ? `is required: ${EXPECTED}` : `must be ${EXPECTED}`),
    },
  });
}

function isAddress(value: unknown): boolean {
  if (typeof value !== 'string' || value.trim() === '' || value.includes('\0')) return false;
  return !value.includes('://') || /^mongodb(?:\+srv)?:\/\//i.test(value);
}
