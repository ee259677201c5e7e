import { plainToInstance } from 'class-transformer';
import type { ValidationError } from 'class-validator';
import { validateSync } from 'class-validator';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { SettingFault, SettingLayer } from './setting-layer.js';
import { GeneralSection, LlmSection, StoreSection } from './settings-document.js';

/** The checked sections. */
export interface CheckedSettings {
  readonly general: GeneralSection;
  readonly store: StoreSection;
  readonly llm: LlmSection;
}

/**
 * Lays layers over each other and checks the result.
 *
 * @param layers - the weakest first.
 * @throws CONFIG_INVALID with every fault, its path and where it was set; USAGE when all were set on the command line.
 */
export function checkSettings(layers: readonly SettingLayer[]): CheckedSettings {
  const merged = new Map(layers.flatMap(({ values }) => [...values]));
  const general = check(GeneralSection, '', merged);
  const store = check(StoreSection, 'store.', merged);
  const llm = check(LlmSection, 'llm.', merged);
  const errors = [...general.errors, ...store.errors, ...llm.errors];
  if (errors.length > 0) throw settingsError(errors.map((error) => located(error, layers)));
  return { general: general.section, store: store.section, llm: llm.section };
}

interface Complaint {
  readonly path: string;
  readonly message: string;
}

function check<S extends object>(
  type: new () => S,
  prefix: string,
  merged: ReadonlyMap<string, unknown>,
): { readonly section: S; readonly errors: readonly Complaint[] } {
  const section = plainToInstance(type, membersOf(prefix, merged));
  const errors = validateSync(section, {
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
  });
  return { section, errors: errors.flatMap((error) => complaints(error, prefix)) };
}

function membersOf(prefix: string, merged: ReadonlyMap<string, unknown>): Readonly<Record<string, unknown>> {
  const members = [...merged]
    .filter(([path]) => path.startsWith(prefix) && !path.slice(prefix.length).includes('.'))
    .map(([path, value]) => [path.slice(prefix.length), value] as const);
  return Object.fromEntries(members);
}

function complaints(error: ValidationError, prefix: string): readonly Complaint[] {
  return Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    path: `${prefix}${error.property}`,
    message: rule === 'whitelistValidation' ? 'is no setting' : message.replace(`${error.property} `, ''),
  }));
}

function located({ path, message }: Complaint, layers: readonly SettingLayer[]): SettingFault {
  const layer = layers.findLast(({ values }) => values.has(path));
  return { path: layer?.nameOf?.(path) ?? path, origin: layer?.origin ?? 'nowhere', message };
}

function settingsError(faults: readonly SettingFault[]): EtalonError {
  const text = faults.map(({ path, origin, message }) => `${path} (${origin}) ${message}`).join('; ');
  const code = faults.every(({ origin }) => origin === 'command line') ? 'USAGE' : 'CONFIG_INVALID';
  return new EtalonError(code, `${text}.`, { details: { faults } });
}
