/** The rules that every record must hold; the names are part of what commands print. */
export type RuleName =
  | 'document_readable'
  | 'id_present'
  | 'channel_shape'
  | 'language_ru'
  | 'summary_not_empty'
  | 'russian_text'
  | 'headings_russian'
  | 'posts_at_least_three'
  | 'passes_present'
  | 'latency_positive'
  | 'flags_boolean'
  | 'timestamp_in_window'
  | 'scores_in_range';

/** A rule that a record breaks, and a message that says what and where. */
export interface RuleViolation {
  readonly rule: RuleName;
  readonly message: string;
}
