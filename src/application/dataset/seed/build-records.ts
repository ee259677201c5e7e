import type { Channel } from '../../../domain/dataset/channel.js';
import type { RejectedRecord } from '../../../domain/dataset/coverage/dataset-report.js';
import type { Sample } from '../../../domain/dataset/sample.js';
import type { Clock } from '../../ports/clock.port.js';
import type { Digester } from '../../ports/digester.port.js';
import type { ProgressReporter, ProgressTask } from '../../ports/progress.port.js';
import type { RandomFactory } from '../../ports/random-factory.port.js';
import type { TextTools } from '../../ports/text-tools.port.js';
import type { SampleCheck } from '../count/dataset-scan.js';
import { sampleCheck } from '../count/sample-check.js';
import type { BuildInput } from './channel-days.js';
import { channelDays } from './channel-days.js';
import { throwIfInterrupted } from './interrupted.js';
import { SampleBuilder } from './sample-builder.js';

export interface BuildPorts {
  readonly digester: Digester;
  readonly clock: Clock;
  readonly random: RandomFactory;
  readonly textTools: TextTools;
  readonly progress: ProgressReporter;
}

/** Turns the posts in the spool into validated records in the spool. */
export class RecordBuild {
  readonly #rejected: RejectedRecord[] = [];
  readonly #builder: SampleBuilder;
  readonly #check: SampleCheck;

  constructor(
    private readonly ports: BuildPorts,
    private readonly input: BuildInput,
  ) {
    const { window, seed } = input.command;
    this.#builder = new SampleBuilder(ports, window.zone, seed);
    this.#check = sampleCheck(window, ports.textTools);
  }

  /** @returns the records that break rules; the others are in the spool. @throws INTERRUPTED, the digester's errors. */
  async run(): Promise<readonly RejectedRecord[]> {
    const channels = [...this.input.audits.keys()].sort();
    const task = this.ports.progress.start('digesting', channels.length * this.input.command.window.days);
    try {
      for (const channel of channels) await this.#channel(channel, task);
    } finally {
      task.finish();
    }
    return this.#rejected;
  }

  async #channel(channel: Channel, task: ProgressTask): Promise<void> {
    for (const day of channelDays(this.input, channel, this.ports.random)) {
      throwIfInterrupted(this.input.command.signal);
      const { digest, review } = await this.#builder.build(day);
      this.#add(digest);
      this.#add(review);
      task.advance(1);
    }
  }

  #add(sample: Sample): void {
    const rules = this.#check(sample);
    if (rules.length === 0) this.input.spool.addRecord(sample);
    else this.#rejected.push({ id: sample.id, channel: sample.channel, rules });
  }
}
