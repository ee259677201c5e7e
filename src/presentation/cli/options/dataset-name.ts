import { optionRule } from './option-rule.js';

const SHAPE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The name of a data set: `string`. */
export function DatasetName(): PropertyDecorator {
  return optionRule({
    name: 'datasetName',
    parse: (text) => (SHAPE.test(text) ? text : undefined),
    expected: 'a name of letters, digits, ".", "_" or "-" (at most 64)',
  });
}
