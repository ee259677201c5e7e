import type { SourceOptions } from '../../application/ports/post-source.port.js';
import type { Channel } from '../../domain/dataset/channel.js';
import { parseChannel } from '../../domain/dataset/channel.js';
import { EtalonError } from '../../domain/errors/etalon-error.js';
import type { ChatHeader } from './chat-header.js';
import type { ExportFile } from './export-files.js';

/** A chat in a file, and the handle it goes by. */
export interface NamedChat {
  readonly header: ChatHeader;
  readonly file: ExportFile;
  readonly channel: Channel;
}

/** The chats of one file. */
export interface SurveyedFile {
  readonly file: ExportFile;
  readonly chats: readonly ChatHeader[];
}

/**
 * Gives each chat its handle: the folder's name where it is one, else the one that was given for the chat's id. Out of
 * the export of an account only channels must have a name; private chats, groups and bots without one are left out.
 * A channel that was exported in several parts is one channel; two chats under one handle are an error.
 *
 * @throws SOURCE_CHANNEL_UNNAMED with the options to add, SOURCE_CHANNEL_UNKNOWN for a name of a chat that is not there,
 *   SOURCE_CHANNEL_AMBIGUOUS.
 */
export function nameChats(files: readonly SurveyedFile[], choice: NamingChoice): NamedChat[] {
  const chats = files.flatMap(({ file, chats }) => chats.map((header) => ({ file, header })));
  assertKnown(choice.channelNames, chats);
  const named: NamedChat[] = [];
  const unnamed: ChatHeader[] = [];
  for (const { file, header } of chats) {
    const channel = handleOf(header, file, choice.channelNames);
    if (channel !== undefined) named.push({ header, file, channel });
    else if (!header.listed || header.type.endsWith('_channel')) unnamed.push(header);
  }
  if (unnamed.length === 0 && named.length === 0) unnamed.push(...chats.map(({ header }) => header));
  if (unnamed.length > 0 && !isComplete(named, choice)) throw unnamedError(unnamed);
  assertDistinct(named);
  return named;
}

/** How chats are to be named, and which are wanted. */
export type NamingChoice = Pick<SourceOptions, 'channelNames' | 'channels'>;

/** Whoever asks for some channels need not name the others. */
function isComplete(named: readonly NamedChat[], { channels = [] }: NamingChoice): boolean {
  const found = new Set(named.map(({ channel }) => channel));
  return channels.length > 0 && channels.every((channel) => found.has(channel));
}

/** A name for a chat that is not there is a slip of the pen. @throws SOURCE_CHANNEL_UNKNOWN */
function assertKnown(names: SourceOptions['channelNames'], chats: readonly { readonly header: ChatHeader }[]): void {
  const ids = new Set(chats.map(({ header }) => header.id));
  const unknown = [...names.keys()].filter((id) => !ids.has(id) && !ids.has(id.replace(/^-100/, '')));
  if (unknown.length === 0) return;
  const found = chats.map(({ header }) => header.id).slice(0, LISTED_AT_MOST);
  const message = `--channel-name names ${unknown.join(', ')}, which the export does not hold; its chats are ${found.join(', ')}`;
  throw new EtalonError('SOURCE_CHANNEL_UNKNOWN', message, {
    details: { unknown, found },
    hint: 'Give the id that the export gives the chat.',
  });
}

/** People copy ids from bots too, where channels carry the prefix −100. */
function handleOf(header: ChatHeader, file: ExportFile, names: SourceOptions['channelNames']): Channel | undefined {
  const byFolder = header.listed ? undefined : parseChannel(file.folder);
  return byFolder ?? names.get(header.id) ?? names.get(`-100${header.id}`);
}

const LISTED_AT_MOST = 20;

function unnamedError(chats: readonly ChatHeader[]): EtalonError {
  const shown = chats.slice(0, LISTED_AT_MOST);
  const list = shown.map(({ title, id }) => `"${title}" (id ${id})`).join(', ');
  const more = chats.length > shown.length ? ` and ${chats.length - shown.length} more` : '';
  const withId = shown.filter(({ id }) => id !== '');
  const options = withId.map(({ id }) => `--channel-name ${id}=@handle`).join(' ');
  const naming = 'give the folder of the file the handle as its name';
  return new EtalonError('SOURCE_CHANNEL_UNNAMED', `No handle is known for ${list}${more}.`, {
    hint: options === '' ? `Please ${naming}.` : `Add ${options} with the real handle, or ${naming}.`,
    details: { chats: shown.map(({ title, id, type }) => ({ title, id, type })) },
  });
}

function assertDistinct(named: readonly NamedChat[]): void {
  const first = new Map<Channel, NamedChat>();
  for (const chat of named) {
    const known = first.get(chat.channel) ?? chat;
    if (known.header.id !== chat.header.id) throw ambiguousError(known, chat);
    first.set(chat.channel, known);
  }
}

function ambiguousError(one: NamedChat, other: NamedChat): EtalonError {
  const tell = ({ header, file }: NamedChat): string => `"${header.title}" (id ${header.id}, ${file.path})`;
  return new EtalonError(
    'SOURCE_CHANNEL_AMBIGUOUS',
    `Two different chats go by ${one.channel}: ${tell(one)} and ${tell(other)}.`,
    {
      details: {
        channel: one.channel,
        ids: [one.header.id, other.header.id],
        paths: [one.file.path, other.file.path],
      },
    },
  );
}
