import type { StatisticsVerification } from '../../../application/statistics/verify-statistics.use-case.js';

/** The document of `etalon statistics verify --json`. */
export function verificationDocument({ notOffered, ...verification }: StatisticsVerification): object {
  const { total, passed, failed, vectors } = verification;
  return { schema_version: 1, total, passed, failed, not_offered: notOffered, vectors };
}
