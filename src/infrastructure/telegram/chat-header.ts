/** What an export says about a chat. */
export interface ChatHeader {
  /** Where the chat's `messages` begin in the file, in bytes. */
  readonly offset: number;
  readonly title: string;
  readonly type: string;
  /** As text; "" when the export does not tell. */
  readonly id: string;
  /** True for a chat out of the export of a whole account. */
  readonly listed: boolean;
}
