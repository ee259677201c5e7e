import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PostSource, SourceEvent, SourceOptions } from '#etalon/application/ports/post-source.port.js';
import type { Channel } from '#etalon/domain/dataset/channel.js';
import { parseChannel } from '#etalon/domain/dataset/channel.js';
import { TimeZone } from '#etalon/domain/time/time-zone.js';

/** A temporary folder that exports are written into. */
export class ExportFolder {
  private constructor(readonly path: string) {}

  static async make(): Promise<ExportFolder> {
    return new ExportFolder(await mkdtemp(join(tmpdir(), 'etalon-export-')));
  }

  /** Writes a file at a path inside the folder and gives its full path. */
  async write(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(this.path, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return path;
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

/** The options of a read; names are given as `{id: handle}`. */
export function sourceOptions(names: Record<string, string> = {}, zone = 'Europe/Moscow'): SourceOptions {
  const entries = Object.entries(names).map(([id, handle]) => [id, parseChannel(handle)!] as const);
  return { channelNames: new Map<string, Channel>(entries), zone: TimeZone.named(zone)! };
}

/** Everything that a source finds. */
export async function eventsOf(source: PostSource, path: string, options = sourceOptions()): Promise<SourceEvent[]> {
  const events: SourceEvent[] = [];
  for await (const event of source.read(path, options)) events.push(event);
  return events;
}

/** A text message as an export writes it. */
export function message(id: number, text: unknown, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id,
    type: 'message',
    date: '2024-11-05T10:00:00',
    date_unixtime: '1730790000',
    from: 'Вестник',
    text,
    ...more,
  };
}

/** The export of one chat. */
export function chatExport(messages: readonly unknown[], header: Record<string, unknown> = {}): string {
  return JSON.stringify({ name: 'Вестник', type: 'public_channel', id: 1001, ...header, messages });
}
