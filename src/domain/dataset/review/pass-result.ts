import type { Finding, ReviewPass } from '../review-report-sample.js';
import type { ReviewPassName } from './review-passes.js';

/** The most findings that a pass lists; its summary counts them all. */
export const MOST_FINDINGS = 8;

/** A finding and what to do about it; equal advice is given once. */
export interface Remark extends Finding {
  readonly advice: string;
}

/** Makes a pass of its remarks: the first findings, and each piece of advice once. */
export function passOf(name: ReviewPassName, summary: string, remarks: readonly Remark[]): ReviewPass {
  return {
    name,
    summary,
    recommendations: [...new Set(remarks.map(({ advice }) => advice))],
    findings: remarks.slice(0, MOST_FINDINGS).map(({ title, description }) => ({ title, description })),
  };
}
