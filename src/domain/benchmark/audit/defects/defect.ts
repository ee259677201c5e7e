import type { RandomSource } from '../../../shared/random-source.js';
import type { AuditText } from '../audit-text.js';

/** A spoilt summary, or why this sample cannot be spoilt that way. */
export type Spoilt = { readonly summary: string } | { readonly skipped: string };

/** Spoils a summary in one way and leaves everything else as it is; chance comes from `random` alone. */
export type Spoil = (text: AuditText, random: RandomSource) => Spoilt;
