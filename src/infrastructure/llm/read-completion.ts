/** What is needed of a chat completion; empty where the server left it out. */
export interface CompletionFacts {
  readonly text: string;
  readonly finish: string;
  /** What the model says instead of an answer that it will not give. */
  readonly refusal: string;
  readonly model: string;
  /** As the server counts them, `undefined` where it does not. */
  readonly tokensIn: number | undefined;
  readonly tokensOut: number | undefined;
}

/** Reads a chat completion. Servers call themselves compatible and leave fields out: nothing is taken on trust. */
export function readCompletion(completion: unknown): CompletionFacts {
  const choice = at(at(completion, 'choices'), '0');
  const usage = at(completion, 'usage');
  return {
    text: string(at(at(choice, 'message'), 'content')),
    finish: string(at(choice, 'finish_reason')),
    refusal: string(at(at(choice, 'message'), 'refusal')),
    model: string(at(completion, 'model')),
    tokensIn: count(at(usage, 'prompt_tokens')),
    tokensOut: count(at(usage, 'completion_tokens')),
  };
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}

function string(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** No question and no answer has 0 tokens: a server that says so does not count. */
function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
