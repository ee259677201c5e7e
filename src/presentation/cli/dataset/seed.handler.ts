import type { Channel } from '../../../domain/dataset/channel.js';
import { parseChannel } from '../../../domain/dataset/channel.js';
import { defineHandler } from '../define-handler.js';
import { FilePath, KeyValue, OneOf, SeedNumber } from '../options/option-rules.js';
import { seedCommandFrom } from './seed-command-from.js';
import { seedDocument } from './seed-document.js';
import { WindowOptions } from './window-options.js';
import { writeSeed } from './write-seed.js';

class SeedOptions extends WindowOptions {
  @OneOf(['telegram-export'])
  from!: string;

  @FilePath()
  path!: string;

  @KeyValue(parseChannel, 'ID=@handle, with the id that the export gives the chat')
  channelName: readonly (readonly [string, Channel])[] = [];

  @SeedNumber()
  seed = 1;

  @OneOf(['extractive', 'llm'])
  digester: 'extractive' | 'llm' = 'extractive';

  keepGoing = false;
}

/** `etalon seed` */
export const seedHandler = defineHandler(SeedOptions, async ({ services, output, signal }, options) => {
  const command = seedCommandFrom(options, signal);
  const outcome = await (await services.get('seedBenchmarkData')).execute(command);
  output.json(seedDocument(outcome));
  writeSeed(output, outcome);
  return outcome.ok ? 0 : 2;
});
