import { defineHandler } from '../define-handler.js';
import { StoreAddress } from '../options/store-address.js';
import { copyDocument } from './copy-document.js';
import { writeCopy } from './write-copy.js';

class CopyOptions {
  @StoreAddress()
  to!: string;

  replace = false;
}

/** `etalon store copy` */
export const copyHandler = defineHandler(CopyOptions, async ({ services, output, signal }, { to, replace }) => {
  const outcome = await (await services.get('copyStore')).execute({ to, replace, signal });
  output.json(copyDocument(outcome));
  writeCopy(output, outcome);
  return outcome.ok ? 0 : 2;
});
