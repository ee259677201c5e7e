import type { LlmRequest } from '../../application/ports/llm.port.js';

/** The body of a request for a chat completion. `max_tokens` is known everywhere; its successor at OpenAI is not. */
export function chatRequest(model: string, { system, user, maxTokens, shape }: LlmRequest, shaped: boolean): string {
  return JSON.stringify({
    model,
    temperature: 0,
    max_tokens: maxTokens,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    ...(shaped && shape !== undefined
      ? {
          response_format: {
            type: 'json_schema',
            json_schema: { name: shape.name, strict: true, schema: shape.schema },
          },
        }
      : {}),
  });
}
