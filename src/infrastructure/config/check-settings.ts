import { plainToInstance } from 'class-transformer';
import type { ValidationError } from 'class-validator';
import { validateSync } from 'class-validator';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import { firstOf, MOST_TOLD } from '../../domain/shared/first-of.js';
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
  const store = check(StoreSection, 'store', merged);
  const llm = check(LlmSection, 'llm', merged);
  const errors = [...general.errors, ...store.errors, ...llm.errors];
  if (errors.length > 0) throw settingsError(errors.map((error) => located(error, layers)));
  return { general: general.section, store: store.section, llm: llm.section };
}

const UNKNOWN = 'is no setting';

interface Complaint {
  readonly path: string;
  readonly message: string;
}

function check<S extends object>(
  type: new () => S,
  name: string,
  merged: ReadonlyMap<string, unknown>,
): { readonly section: S; readonly errors: readonly Complaint[] } {
  const prefix = name === '' ? '' : `${name}.`;
  const members = [...merged].filter(([path]) => sectionOf(path) === name);
  const known = members.map(([path, value]) => [path.slice(prefix.length), value] as const);
  const section = plainToInstance(type, Object.fromEntries(known));
  const errors = validateSync(section, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  // class-transformer leaves names such as __proto__ out.
  const lost = known.filter(([key]) => !Object.hasOwn(section, key));
  const unknown = lost.map(([key]) => ({ path: `${prefix}${key}`, message: UNKNOWN }));
  return { section, errors: [...unknown, ...errors.flatMap((error) => complaints(error, prefix))] };
}

/** The section that has to know a path: what is in none belongs to the top, which knows no name with a dot. */
function sectionOf(path: string): string {
  return ['store', 'llm'].find((name) => path.startsWith(`${name}.`)) ?? '';
}

function complaints(error: ValidationError, prefix: string): readonly Complaint[] {
  return Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    path: `${prefix}${error.property}`,
    message: rule === 'whitelistValidation' ? UNKNOWN : message.replace(`${error.property} `, ''),
  }));
}

function located({ path, message }: Complaint, layers: readonly SettingLayer[]): SettingFault {
  const layer = layers.findLast(({ values }) => values.has(path));
  return { path: layer?.nameOf?.(path) ?? path, origin: layer?.origin ?? 'nowhere', message };
}

function settingsError(faults: readonly SettingFault[]): EtalonError {
  const text = firstOf(faults.map(({ path, origin, message }) => `${path} (${origin}) ${message}`)).join('; ');
  const code = faults.every(({ origin }) => origin === 'command line') ? 'USAGE' : 'CONFIG_INVALID';
  return new EtalonError(code, `${text}.`, { details: { faults: faults.slice(0, MOST_TOLD) } });
}
