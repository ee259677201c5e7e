import type { ChatHeader } from './chat-header.js';
import type { ExportRole } from './export-layout.js';
import type { JsonVisitor } from '../json/json-path-node.js';

interface Draft {
  title: string;
  type: string;
  id: string;
  /** Where its messages begin; −1 until they were met. */
  offset: number;
}

/** Collects the headers of a file's chats, wherever they stand: before their messages or behind them. */
export class ChatSurvey implements JsonVisitor<ExportRole> {
  readonly chats: ChatHeader[] = [];
  readonly #open: Draft[] = [];
  #complete = false;
  #hasList = false;

  /** True when the rest of the file cannot add anything: one chat, whose header came before its messages. */
  get complete(): boolean {
    return this.#complete;
  }

  /** True when the file has the outline of an export, with chats or without. */
  get isExport(): boolean {
    return this.#hasList || this.chats.length > 0;
  }

  opened(role: ExportRole, offset: number): void {
    if (role === 'chat') this.#open.push({ title: '', type: '', id: '', offset: -1 });
    if (role === 'list') this.#hasList = true;
    if (role === 'messages') this.#met(offset);
  }

  closed(role: ExportRole): void {
    if (role !== 'chat') return;
    const draft = this.#open.pop();
    if (draft !== undefined && draft.offset >= 0 && !this.#complete) this.#add(draft, this.#open.length > 0);
  }

  value(role: ExportRole, value: unknown): void {
    const draft = this.#open.at(-1);
    if (draft === undefined || (typeof value !== 'string' && typeof value !== 'number')) return;
    if (role === 'name') draft.title = String(value);
    if (role === 'type') draft.type = String(value);
    if (role === 'id') draft.id = String(value);
  }

  #met(offset: number): void {
    const draft = this.#open.at(-1);
    if (draft === undefined) return;
    draft.offset = offset;
    if (this.#open.length > 1 || draft.id === '' || draft.title === '') return;
    this.#complete = true;
    this.#add(draft, false);
  }

  #add(draft: Draft, listed: boolean): void {
    this.chats.push({ ...draft, listed });
  }
}
