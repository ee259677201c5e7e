import { plainToInstance } from 'class-transformer';
import type { ValidationError } from 'class-validator';
import { validateSync } from 'class-validator';
import { EtalonError } from '../../../domain/errors/etalon-error.js';
import type { OptionLabel, RawOptions } from '../command-handler.js';

/** One thing that is wrong with the command line. */
type OptionFault = Readonly<Record<'option' | 'message', string>>;

/**
 * Reads the options of a command into its options class.
 *
 * @throws USAGE naming every fault, with `details.faults`.
 */
export function validateOptions<O extends object>(options: new () => O, raw: RawOptions, label: OptionLabel): O {
  const instance = plainToInstance(options, raw, { exposeDefaultValues: true });
  const errors = validateSync(instance, { forbidUnknownValues: false, stopAtFirstError: true });
  const faults = errors.flatMap((error) => faultsOf(error, label));
  if (faults.length === 0) return instance;
  const message = faults.map((fault) => `${fault.option} ${fault.message}`).join('; ');
  throw new EtalonError('USAGE', `${message}.`, { details: { faults } });
}

function faultsOf(error: ValidationError, label: OptionLabel): readonly OptionFault[] {
  return Object.values(error.constraints ?? {}).map((message) => ({
    option: label(error.property),
    message,
  }));
}
