import type { LlmRequest } from '../../application/ports/llm.port.js';

/** The body of a request for a chat completion. `max_tokens` is known everywhere; its successor at OpenAI is not. */
export function chatRequest(model: string, request: LlmRequest, shaped: boolean): string {
  const messages = [
    { role: 'system', content: request.system },
    { role: 'user', content: request.user },
  ];
  const shape = shaped ? { response_format: responseFormat(request.shape) } : {};
  return JSON.stringify({ model, temperature: 0, max_tokens: request.maxTokens, messages, ...shape });
}

function responseFormat(shape: LlmRequest['shape']): unknown {
  return { type: 'json_schema', json_schema: { ...shape, strict: true } };
}
