import { IsOptional } from 'class-validator';
import { defineHandler } from '../define-handler.js';
import { FilePath } from '../options/option-rules.js';
import { verifyDocument } from './verify-document.js';
import { writeVerify } from './write-verify.js';

class VerifyExportOptions {
  @IsOptional()
  @FilePath()
  dir?: string;

  againstStore = false;

  twice = false;
}

/** `etalon export verify` */
export const exportVerifyHandler = defineHandler(
  VerifyExportOptions,
  async ({ services, output, signal }, { dir, againstStore, twice }) => {
    const folder = dir === undefined ? {} : { folder: dir.replace(/(?<=.)\/+$/, '') };
    const check = await (await services.get('verifyExport')).execute({ ...folder, againstStore, twice, signal });
    output.json(verifyDocument(check));
    writeVerify(output, check);
    return check.ok ? 0 : 2;
  },
);
