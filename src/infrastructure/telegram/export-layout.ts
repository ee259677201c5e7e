import type { JsonPathNode } from '../json/json-path-node.js';

/** The parts of an export that are read. */
export type ExportRole = 'chat' | 'chats' | 'list' | 'name' | 'type' | 'id' | 'messages' | 'message';

const HEADER = {
  name: { role: 'name', expect: 'any', whole: true },
  type: { role: 'type', expect: 'any', whole: true },
  id: { role: 'id', expect: 'any', whole: true },
  messages: {
    role: 'messages',
    expect: 'array',
    children: { '*': { role: 'message', expect: 'object', whole: true } },
  },
} satisfies Record<string, JsonPathNode<ExportRole>>;

const CHATS: JsonPathNode<ExportRole> = {
  role: 'chats',
  expect: 'object',
  children: {
    list: {
      role: 'list',
      expect: 'array',
      children: { '*': { role: 'chat', expect: 'object', children: HEADER } },
    },
  },
};

/**
 * Where things stand in `result.json`. The export of one chat is `{name, type, id, messages}`; that of an account holds
 * such chats in `chats.list` and, of chats that were left, in `left_chats.list`.
 */
export const EXPORT_LAYOUT: JsonPathNode<ExportRole> = {
  role: 'chat',
  expect: 'object',
  children: { ...HEADER, chats: CHATS, left_chats: CHATS },
};
