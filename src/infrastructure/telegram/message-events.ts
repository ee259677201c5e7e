import type { SourceEvent } from '../../application/ports/post-source.port.js';
import type { Channel } from '../../domain/dataset/channel.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import type { NamedChat } from './chat-names.js';
import type { ExportRole } from './export-layout.js';
import { JsonFault } from '../json/json-fault.js';
import type { JsonVisitor } from '../json/json-path-node.js';
import { readMessage } from './message-reader.js';

/** Turns the parts of one file into events; messages of chats without a handle are passed over. */
export class MessageEvents implements JsonVisitor<ExportRole> {
  #events: SourceEvent[] = [];
  #channel: Channel | undefined;

  /** @param chats - the named chats of the file by the offset of their messages. */
  constructor(
    private readonly chats: ReadonlyMap<number, NamedChat>,
    private readonly zone: TimeZone,
  ) {}

  /** What happened since the last call. */
  take(): readonly SourceEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  opened(role: ExportRole, offset: number): void {
    if (role !== 'messages') return;
    const chat = this.chats.get(offset);
    this.#channel = chat?.channel;
    if (chat === undefined) return;
    const { channel, header, file } = chat;
    this.#events.push({ type: 'channel', channel, title: header.title, file: file.path });
  }

  closed(role: ExportRole): void {
    if (role === 'messages') this.#channel = undefined;
  }

  value(role: ExportRole, value: unknown, offset: number): void {
    const channel = this.#channel;
    if (role !== 'message' || channel === undefined) return;
    const content = readMessage(value, this.zone);
    if (content.kind === 'broken') throw new JsonFault(offset, content.problem);
    if (content.kind === 'skipped') this.#events.push({ type: 'skipped', channel, reason: content.reason });
    else {
      const { messageId, date, markdown, edited, forwarded } = content;
      this.#events.push({ type: 'post', post: { channel, messageId, date, markdown, edited, forwarded } });
    }
  }
}
