import { defineHandler } from '../define-handler.js';
import { FilePath } from '../options/option-rules.js';
import { verificationDocument } from './verification-document.js';
import { writeVerification } from './write-verification.js';

class VerifyStatisticsOptions {
  @FilePath()
  vectors!: string;
}

/** `etalon statistics verify` */
export const statisticsVerifyHandler = defineHandler(
  VerifyStatisticsOptions,
  async ({ services, output }, { vectors }) => {
    const result = await (await services.get('verifyStatistics')).execute({ path: vectors });
    output.json(verificationDocument(result));
    writeVerification(output, result);
    if (result.failed > 0) return 2;
    return result.passed > 0 ? 0 : 4;
  },
);
